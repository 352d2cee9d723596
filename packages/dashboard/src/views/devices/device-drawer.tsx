import type { Device } from '@lading/shared/contract/device'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { loadDevice } from '../../data/device/devices.ts'
import { formatCoordinates, placeNear } from '../../format/position.ts'
import { formatDuration, formatSince } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { goDevices } from '../../state/address/devices.ts'
import { nowMs } from '../../state/clock.ts'
import { healthOf } from '../../state/device/health.ts'
import { selectedDevice } from '../../state/device/listed.ts'
import { locations } from '../../state/map/locations.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Time } from '../parts/time.tsx'
import { AssignForm } from './assign-form.tsx'
import { Battery, Position, ShipmentLink } from './device-facts.tsx'
import { HealthLabel } from './health-label.tsx'
import { Identity } from './identity.tsx'
import { Ledger } from './ledger.tsx'
import { NotStored } from './not-stored.tsx'

export const closeDevice = () => goDevices({ selectedId: undefined })

/** One device in full, and what can be done with it. */
export const DeviceDrawer = ({ id }: { id: string }) => {
  const top = useRef<HTMLElement>(null)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = () => {
    failure.value = undefined
    void loadDevice(id).then((result) => {
      if (!result.ok) failure.value = result.failure
    })
  }
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    load()
  }, [])
  const { value: device } = selectedDevice
  return (
    <section class="detail" ref={top} tabIndex={-1} aria-label={t('device.detail')}>
      <div class="detail-bar">
        <button type="button" class="button button-quiet button-icon detail-back" aria-label={t('device.close')} onClick={closeDevice}>
          <Icon name="back" />
        </button>
        <span class="detail-number">{id}</span>
        <button type="button" class="button button-quiet button-icon detail-close" aria-label={t('device.close')} onClick={closeDevice}>
          <Icon name="close" />
        </button>
      </div>
      <div class="detail-body">
        {failure.value && <FailureNote what={t('device.failed')} failure={failure.value} onRetry={load} />}
        {device && <Full device={device} />}
      </div>
    </section>
  )
}

const Full = ({ device }: { device: Device }) => {
  const health = healthOf(device, nowMs.value)
  return (
    <>
      <header class="device-heading">
        <h2>{device.label ?? device.id}</h2>
        <HealthLabel health={health} />
        <p>{t(`health.${health}-about`, { interval: formatDuration(device.reportIntervalS * 1000) })}</p>
      </header>
      <section class="detail-section">
        <h3>{t('device.now')}</h3>
        <dl class="facts">
          <Fact name={t('column.seen')}>{device.lastSeenAt ? <Since at={device.lastSeenAt} /> : t('health.never-seen')}</Fact>
          <Fact name={t('column.battery')}>
            <Battery batteryPct={device.batteryPct} />
          </Fact>
          <Fact name={t('column.position')}>
            <Position position={device.position} />
            {device.position && (
              <small>
                {placeNear(device.position, locations.value) && `${formatCoordinates(device.position)} · `}
                <Since at={device.position.recordedAt} />
              </small>
            )}
          </Fact>
          <Fact name={t('device.interval')}>{t('device.every', { interval: formatDuration(device.reportIntervalS * 1000) })}</Fact>
          <Fact name={t('device.topic')}>
            <code>{telemetryTopic(device.id)}</code>
          </Fact>
          <Fact name={t('column.registered')}>
            <Since at={device.registeredAt} />
          </Fact>
        </dl>
      </section>
      <section class="detail-section">
        <h3>{t('column.shipment')}</h3>
        <p class="device-with">{device.shipmentId ? <ShipmentLink shipmentId={device.shipmentId} /> : t('device.free')}</p>
        <AssignForm device={device} />
      </section>
      {device.ledger && <Ledger ledger={device.ledger} />}
      <NotStored deviceId={device.id} />
      <Identity device={device} />
    </>
  )
}

const Since = ({ at }: { at: string }) => <Time at={at} text={formatSince(Date.parse(at), nowMs.value)} />

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
