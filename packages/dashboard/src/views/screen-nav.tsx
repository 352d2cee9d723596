import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import { accuracyUrl, goAccuracy } from '../state/accuracy-address.ts'
import { address, go, writeAddress } from '../state/address.ts'
import { deviceUrl, goDevices } from '../state/device-address.ts'
import { screen } from '../state/screen.ts'
import { goStock, stockUrl } from '../state/stock-address.ts'
import { ScreenLink } from './screen-link.tsx'

/** Between the screens; each comes back as it was left. On a phone the bar at the bottom does this. */
export const ScreenNav = () => (
  <nav class="screen-nav" aria-label={t('screen.nav')}>
    <ScreenLink href={`/${writeAddress(address.value)}`} current={screen.value === 'map'} onGo={() => go({})}>
      <Icon name="map" />
      {t('screen.map')}
    </ScreenLink>
    <ScreenLink href={deviceUrl()} current={screen.value === 'devices'} onGo={() => goDevices()}>
      <Icon name="device" />
      {t('screen.devices')}
    </ScreenLink>
    <ScreenLink href={accuracyUrl()} current={screen.value === 'accuracy'} onGo={() => goAccuracy()}>
      <Icon name="accuracy" />
      {t('screen.accuracy')}
    </ScreenLink>
    <ScreenLink href={stockUrl()} current={screen.value === 'stock'} onGo={() => goStock()}>
      <Icon name="stock" />
      {t('screen.stock')}
    </ScreenLink>
  </nav>
)
