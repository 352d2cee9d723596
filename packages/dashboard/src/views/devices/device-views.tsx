import { t } from '../../i18n/t.ts'
import { deviceAddress, deviceUrl, deviceViews, goDevices } from '../../state/device-address.ts'
import { ScreenLink } from '../screen-link.tsx'

/** Between the devices and those who publish for many of them. */
export const DeviceViews = () => (
  <nav class="device-views" aria-label={t('view.nav')}>
    {deviceViews.map((view) => (
      <ScreenLink
        key={view}
        href={deviceUrl({ view, selectedId: undefined })}
        current={deviceAddress.value.view === view}
        onGo={() => goDevices({ view, selectedId: undefined })}
      >
        {t(`view.${view}`)}
      </ScreenLink>
    ))}
  </nav>
)
