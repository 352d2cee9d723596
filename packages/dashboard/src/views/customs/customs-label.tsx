import type { CustomsState } from '@lading/shared/domain/customs-entry'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

/** How far a declaration is: an icon and a word, never a colour alone. */
export const CustomsLabel = ({ state }: { state: CustomsState }) => (
  <span class={`label customs-${state}`}>
    <Icon name={`customs-${state}`} />
    <span class="label-text">{t(`customs-state.${state}`)}</span>
  </span>
)
