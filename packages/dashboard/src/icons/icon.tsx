import { type IconName, iconPaths } from './paths.ts'

/** Always beside a word or inside something that has a name: by itself it is hidden from assistive technology. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={iconPaths[name]} />
  </svg>
)
