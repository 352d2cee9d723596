import type { Device } from '@lading/shared/contract/device'
import { formatDistance } from '../../format/distance.ts'
import { formatMeasurement } from '../../format/measurement.ts'
import { formatCoordinates, placeNear } from '../../format/position.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { address, writeAddress } from '../../state/address/live-map.ts'
import { isLow } from '../../state/device/health.ts'
import { locations } from '../../state/map/locations.ts'
import { select } from '../../state/shipment/select.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { ScreenLink } from '../parts/screen-link.tsx'

export const None = () => (
  <span class="none" aria-hidden="true">
    –
  </span>
)

export const Battery = ({ batteryPct }: Pick<Device, 'batteryPct'>) => {
  if (batteryPct === null) return <None />
  return (
    <span class={isLow(batteryPct) ? 'battery battery-low' : 'battery'}>
      <span class="battery-level" aria-hidden="true">
        <span style={{ width: `${batteryPct}%` }} />
      </span>
      {formatMeasurement('batteryPct', batteryPct)}
    </span>
  )
}

/** By the name of a place as far as one is near, exactly on pointing. */
export const Position = ({ position }: Pick<Device, 'position'>) => {
  if (!position) return <None />
  const near = placeNear(position, locations.value)
  const coordinates = formatCoordinates(position)
  if (!near) return <span>{coordinates}</span>
  return (
    <span data-exact={coordinates}>
      {near.km === 0 ? near.name : t('device.near', { distance: formatDistance(Math.max(1, Math.round(near.km))), place: near.name })}
    </span>
  )
}

/** Leads to the shipment on the map. */
export const ShipmentLink = ({ shipmentId, focusable }: { shipmentId: string | null; focusable?: boolean }) => {
  if (!shipmentId) return <None />
  return (
    <ScreenLink
      class="label"
      href={`/${writeAddress({ ...address.value, selectedId: shipmentId })}`}
      focusable={focusable}
      onGo={() => select(shipmentId, 'list')}
    >
      <Icon name="mode-parcel" />
      {shipments.value.get(shipmentId)?.trackingNumber ?? t('device.open-shipment')}
    </ScreenLink>
  )
}
