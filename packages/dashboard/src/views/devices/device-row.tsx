import { formatDate, viewerZone } from '../../format/exact.ts'
import { formatSince } from '../../format/relative.ts'
import { deviceAddress } from '../../state/address/devices.ts'
import { nowMs } from '../../state/clock.ts'
import type { ListedDevice } from '../../state/device/listed.ts'
import { Time } from '../parts/time.tsx'
import { Battery, None, Position, ShipmentLink } from './device-facts.tsx'
import { HealthLabel } from './health-label.tsx'

type Props = { listed: ListedDevice; index: number; focusable: boolean; onOpen: () => void }

export const DeviceRow = ({ listed: { device, health }, index, focusable, onOpen }: Props) => {
  const { id, label, lastSeenAt, registeredAt, shipmentId } = device
  return (
    // The button in it has the keys; the rest of the row is a larger target for pointers.
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      class={deviceAddress.value.selectedId === id ? 'device-row row-selected' : 'device-row'}
      onClick={({ target }) => {
        if (!(target instanceof Element && target.closest('a'))) onOpen()
      }}
    >
      <th scope="row" class="device-name">
        <button
          type="button"
          class="row-open"
          tabIndex={focusable ? 0 : -1}
          aria-current={deviceAddress.value.selectedId === id ? 'true' : undefined}
        >
          {id}
        </button>
        {label && <span class="device-label">{label}</span>}
      </th>
      <td class="device-health">
        <HealthLabel health={health} />
      </td>
      <td class="device-seen">
        {lastSeenAt ? <Time at={lastSeenAt} text={formatSince(Date.parse(lastSeenAt), nowMs.value)} focusable={false} /> : <None />}
      </td>
      <td class="device-battery">
        <Battery batteryPct={device.batteryPct} />
      </td>
      <td class="device-position">
        <Position position={device.position} />
      </td>
      <td class="device-shipment">
        <ShipmentLink shipmentId={shipmentId} focusable={focusable} />
      </td>
      <td class="device-registered">
        <Time at={registeredAt} text={formatDate(Date.parse(registeredAt), viewerZone)} focusable={false} />
      </td>
    </tr>
  )
}
