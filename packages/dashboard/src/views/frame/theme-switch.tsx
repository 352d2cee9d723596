import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { chooseTheme, theme, themes } from '../../state/theme.ts'

/** From one look to the next: as the system has it, light, dark. */
export const ThemeSwitch = () => {
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'system'
  const name = t(`theme.${theme.value}`)
  return (
    <button type="button" class="button button-quiet button-icon" aria-label={name} data-exact={name} onClick={() => chooseTheme(next)}>
      <Icon name={`theme-${theme.value}`} />
    </button>
  )
}
