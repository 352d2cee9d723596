import { t } from '../../i18n/t.ts'
import { deviceUrl, deviceViews, goDevices } from '../../state/address/devices.ts'
import { mayGiveKeys, shownDeviceView } from '../../state/api-keys.ts'
import { ScreenLink } from '../parts/screen-link.tsx'

/** Between the devices, those who publish for many of them, and the keys of programs. */
export const DeviceViews = () => (
  <nav class="device-views" aria-label={t('view.nav')}>
    {deviceViews
      .filter((view) => view !== 'keys' || mayGiveKeys.value)
      .map((view) => (
        <ScreenLink
          key={view}
          href={deviceUrl({ view, selectedId: undefined })}
          current={shownDeviceView.value === view}
          onGo={() => goDevices({ view, selectedId: undefined })}
        >
          {t(`view.${view}`)}
        </ScreenLink>
      ))}
  </nav>
)
