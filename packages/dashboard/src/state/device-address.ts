import { signal } from '@preact/signals'
import { type DeviceHealth, deviceHealths } from './device-health.ts'
import { pathOf, screen, screenOf } from './screen.ts'

export const deviceColumns = ['name', 'health', 'seen', 'battery', 'position', 'shipment', 'registered'] as const
export type DeviceColumn = (typeof deviceColumns)[number]

export type DeviceOrder = { by: DeviceColumn; descending: boolean }
export type DeviceAddress = { text: string; healths: DeviceHealth[]; order: DeviceOrder; selectedId: string | undefined }

/** What needs somebody comes first. */
export const usualOrder: DeviceOrder = { by: 'health', descending: false }

/** Reads the query of the devices screen; what it does not know it leaves out. */
export const readDeviceAddress = (search: string): DeviceAddress => {
  const query = new URLSearchParams(search)
  const [, minus, name] = /^(-?)(.+)$/.exec(query.get('sort') ?? '') ?? []
  const by = deviceColumns.find((column) => column === name)
  return {
    text: query.get('q')?.slice(0, 100) ?? '',
    healths: deviceHealths.filter((health) => query.get('health')?.split(',').includes(health)),
    order: by ? { by, descending: minus === '-' } : usualOrder,
    selectedId: query.get('device') ?? undefined,
  }
}

export const writeDeviceAddress = ({ text, healths, order, selectedId }: DeviceAddress) => {
  const usual = order.by === usualOrder.by && order.descending === usualOrder.descending
  const pairs = [
    ['health', healths.join(',')],
    ['q', text],
    ['sort', usual ? '' : `${order.descending ? '-' : ''}${order.by}`],
    ['device', selectedId ?? ''],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString().replaceAll('%2C', ',')}`
}

/** What the devices screen shows, also while another screen is open. */
export const deviceAddress = signal<DeviceAddress>(readDeviceAddress(screen.value === 'devices' ? (globalThis.location?.search ?? '') : ''))

export const deviceUrl = (change: Partial<DeviceAddress> = {}) =>
  `${pathOf.devices}${writeDeviceAddress({ ...deviceAddress.value, ...change })}`

/** Opening a device or the screen adds a step to the history; filtering and sorting only rewrite the current one. */
export const goDevices = (change: Partial<DeviceAddress> = {}) => {
  const next = { ...deviceAddress.value, ...change }
  const step = next.selectedId !== deviceAddress.value.selectedId || screen.value !== 'devices'
  history[step ? 'pushState' : 'replaceState'](null, '', deviceUrl(change))
  deviceAddress.value = next
  screen.value = 'devices'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followDeviceHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'devices') deviceAddress.value = readDeviceAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
