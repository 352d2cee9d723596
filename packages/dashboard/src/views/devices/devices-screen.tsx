import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { followDevices, loadDevices, loadMoreDevices } from '../../data/devices.ts'
import { followDeviceSearch } from '../../data/follow-device-search.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { deviceAddress, goDevices } from '../../state/device-address.ts'
import { devices, devicesCursor, devicesLoad } from '../../state/devices.ts'
import { listedDevices } from '../../state/listed-devices.ts'
import { session } from '../../state/session.ts'
import { FailureNote } from '../failure-note.tsx'
import { DeviceDrawer } from './device-drawer.tsx'
import { DeviceFilters } from './device-filters.tsx'
import { DeviceTable } from './device-table.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { UnknownDevices } from './unknown-devices.tsx'

/** Every device there is: whether it reports, where it is and what it goes along with. */
export const DevicesScreen = () => {
  // The name it begins with; none while nothing is registered.
  const registering = useSignal<string | undefined>(undefined)
  const register =
    session.value && mayActAs(session.value.role, 'operator')
      ? (id: string) => {
          registering.value = id
        }
      : undefined
  useEffect(() => {
    const stops = [followDevices(), followDeviceSearch()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  const { selectedId } = deviceAddress.value
  return (
    <main class="devices" data-device={selectedId !== undefined}>
      <section class="devices-main" aria-labelledby="devices-title">
        <div class="devices-bar">
          <h2 id="devices-title">{t('devices.title')}</h2>
          <Count />
          {register && (
            <button type="button" class="button button-primary" onClick={() => register('')}>
              <Icon name="plus" />
              {t('devices.register')}
            </button>
          )}
          <DeviceFilters />
          <UnknownDevices onRegister={register} />
        </div>
        {listedDevices.value.length > 0 ? <DeviceTable /> : <Nothing />}
        {listedDevices.value.length > 0 && <Foot />}
      </section>
      {selectedId && <DeviceDrawer key={selectedId} id={selectedId} />}
      {registering.value !== undefined && (
        <RegisterDialog
          id={registering.value}
          onClose={() => {
            registering.value = undefined
          }}
        />
      )}
    </main>
  )
}

const Count = () => {
  const [count, total] = [listedDevices.value.length, devices.value.size]
  if (total === 0) return <p class="devices-count" />
  return (
    <p class="devices-count" role="status">
      {count === total ? t('devices.count', { count }) : t('devices.count-filtered', { count, total })}
      {devicesCursor.value !== null && ` ${t('devices.more')}`}
    </p>
  )
}

const Failed = () =>
  devicesLoad.value.status === 'failed' ? (
    <FailureNote what={t('devices.failed')} failure={devicesLoad.value.failure} onRetry={() => void loadDevices()} />
  ) : null

const Foot = () => {
  if (devicesLoad.value.status === 'failed') return <Failed />
  if (devicesCursor.value === null) return null
  return (
    <button type="button" class="button list-more" disabled={devicesLoad.value.status === 'loading'} onClick={() => void loadMoreDevices()}>
      {t(devicesLoad.value.status === 'loading' ? 'devices.loading' : 'action.show-more')}
    </button>
  )
}

const Nothing = () => {
  if (devicesLoad.value.status === 'failed') return <Failed />
  if (devicesLoad.value.status === 'loading' && devices.value.size === 0)
    return (
      <p class="note" role="status">
        {t('devices.loading')}
      </p>
    )
  if (devices.value.size === 0) return <p class="note">{t('devices.empty')}</p>
  return (
    <div class="note" role="status">
      <p>{t('devices.no-match')}</p>
      <button type="button" class="button" onClick={() => goDevices({ text: '', healths: [] })}>
        {t('action.clear-filter')}
      </button>
    </div>
  )
}
