import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { screen, screens } from '../../state/address/screen.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { doors, screenIcons } from './screens.ts'

/** Beside the screens, between them; each comes back as it was left. On a phone the bar at the bottom does this. */
export const ScreenNav = () => (
  <nav class="screen-nav" aria-label={t('screen.nav')}>
    {screens.map((name) => (
      <ScreenLink key={name} href={doors[name].href()} current={screen.value === name} onGo={doors[name].onGo}>
        <Icon name={screenIcons[name]} />
        <span>{t(`screen.${name}`)}</span>
      </ScreenLink>
    ))}
  </nav>
)
