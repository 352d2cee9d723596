import { type IconName, iconPaths } from './paths.ts'

// These point to where reading goes on, or back from there.
const onward = new Set<IconName>(['state-in-transit', 'back', 'sign-out', 'list'])

/** Always beside a word or inside something that has a name: by itself it is hidden from assistive technology. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class={onward.has(name) ? 'icon icon-onward' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={iconPaths[name]} />
  </svg>
)
