import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { followDevices, loadDevices, loadMoreDevices } from '../../data/device/devices.ts'
import { followDeviceSearch } from '../../data/device/follow-search.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { deviceAddress, goDevices } from '../../state/address/devices.ts'
import { shownDeviceView } from '../../state/api-keys.ts'
import { devices, devicesCursor, devicesLoad } from '../../state/device/devices.ts'
import { listedDevices } from '../../state/device/listed.ts'
import { session } from '../../state/server/session.ts'
import { ApiKeysView } from '../api-keys/api-keys-view.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { AccountsView } from './accounts-view.tsx'
import { DeviceDrawer } from './device-drawer.tsx'
import { DeviceFilters } from './device-filters.tsx'
import { DeviceTable } from './device-table.tsx'
import { DeviceViews } from './device-views.tsx'
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
  const { value: view } = shownDeviceView
  return (
    <main class="devices" data-device={selectedId !== undefined}>
      <section class="devices-main" aria-labelledby="devices-title">
        <div class="devices-bar">
          <h2 id="devices-title" class="unseen">
            {t(`view.${view}`)}
          </h2>
          <DeviceViews />
          {view === 'devices' && <Count />}
          {view === 'devices' && register && devices.value.size > 0 && (
            <button type="button" class="button button-primary" onClick={() => register('')}>
              <Icon name="plus" />
              {t('devices.register')}
            </button>
          )}
          {view === 'devices' && devices.value.size > 0 && <DeviceFilters />}
          {view === 'devices' && <UnknownDevices onRegister={register} />}
        </div>
        {view === 'devices' && <Devices register={register} />}
        {(view === 'gateways' || view === 'bridges') && <AccountsView key={view} kind={view} />}
        {view === 'keys' && <ApiKeysView />}
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

const Devices = ({ register }: { register: Register }) =>
  listedDevices.value.length > 0 ? (
    <>
      <DeviceTable />
      <Foot />
    </>
  ) : (
    <Nothing register={register} />
  )

type Register = ((id: string) => void) | undefined

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

const Nothing = ({ register }: { register: Register }) => {
  if (devicesLoad.value.status === 'failed') return <Failed />
  if (devicesLoad.value.status === 'loading' && devices.value.size === 0)
    return (
      <p class="note" role="status">
        {t('devices.loading')}
      </p>
    )
  if (devices.value.size === 0)
    return (
      <div class="note">
        <p>{t('devices.empty')}</p>
        {register && (
          <button type="button" class="button button-primary" onClick={() => register('')}>
            <Icon name="plus" />
            {t('devices.register')}
          </button>
        )}
      </div>
    )
  return (
    <div class="note" role="status">
      <p>{t('devices.no-match')}</p>
      <button type="button" class="button" onClick={() => goDevices({ text: '', healths: [], doubts: [] })}>
        {t('action.clear-filter')}
      </button>
    </div>
  )
}
