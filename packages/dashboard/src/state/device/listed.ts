import type { Device } from '@lading/shared/contract/device'
import { computed } from '@preact/signals'
import { type DeviceColumn, type DeviceOrder, deviceAddress } from '../address/devices.ts'
import { judgedAtMs } from '../judged-at.ts'
import { devices, doubted } from './devices.ts'
import { type DeviceHealth, type Doubt, deviceHealths, healthOf } from './health.ts'

export type ListedDevice = { device: Device; health: DeviceHealth }

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

// What a column is sorted by; a device without a value stands last in either direction.
const values: Record<DeviceColumn, (listed: ListedDevice) => string | number | null> = {
  name: ({ device }) => device.id.toLowerCase(),
  health: ({ health }) => deviceHealths.indexOf(health),
  seen: ({ device }) => device.lastSeenAt && Date.parse(device.lastSeenAt),
  battery: ({ device }) => device.batteryPct,
  position: ({ device }) => device.position && Date.parse(device.position.recordedAt),
  shipment: ({ device }) => device.shipmentId,
  registered: ({ device }) => Date.parse(device.registeredAt),
}

/** The id decides among equals, so that rows never swap places without a reason. */
export const inDeviceOrder = ({ by, descending }: DeviceOrder) => {
  const value = values[by]
  return (a: ListedDevice, b: ListedDevice) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || compare(a.device.id, b.device.id)
    return (descending ? -1 : 1) * compare(one, other) || compare(a.device.id, b.device.id)
  }
}

export const matchesDevice = (text: string, { id, label }: Device) => {
  const wanted = text.trim().toLowerCase()
  return id.toLowerCase().includes(wanted) || (label?.toLowerCase().includes(wanted) ?? false)
}

const matching = computed(() =>
  [...devices.value.values()]
    .filter((device) => matchesDevice(deviceAddress.value.text, device))
    .map((device): ListedDevice => ({ device, health: healthOf(device, judgedAtMs.value) })),
)

/** How many of the devices that match the text are in which health, whichever healths are shown. */
export const healthCounts = computed(() => Map.groupBy(matching.value, ({ health }) => health))

/** How many of the devices that match the text are doubted. */
export const doubtCount = (doubt: Doubt) => matching.value.filter(({ device }) => doubted.value[doubt].has(device.id)).length

export const listedDevices = computed(() => {
  const { healths, doubts, order } = deviceAddress.value
  const isWanted = ({ device, health }: ListedDevice) =>
    (healths.length === 0 || healths.includes(health)) && doubts.every((doubt) => doubted.value[doubt].has(device.id))
  return matching.value.filter(isWanted).sort(inDeviceOrder(order))
})

export const selectedDevice = computed(() => devices.value.get(deviceAddress.value.selectedId ?? ''))
