import { signal } from '@preact/signals'
import { type DeviceHealth, type Doubt, deviceHealths, doubts } from '../device/health.ts'
import { pathOf, screen, screenOf } from './screen.ts'

export const deviceColumns = ['name', 'health', 'seen', 'battery', 'position', 'shipment', 'registered'] as const
export type DeviceColumn = (typeof deviceColumns)[number]

/** What the screen is about: devices, who publishes for many of them, or the keys of programs. */
export const deviceViews = ['devices', 'gateways', 'bridges', 'keys'] as const
export type DeviceView = (typeof deviceViews)[number]

export type DeviceOrder = { by: DeviceColumn; descending: boolean }
export type DeviceAddress = {
  view: DeviceView
  text: string
  healths: DeviceHealth[]
  doubts: Doubt[]
  order: DeviceOrder
  selectedId: string | undefined
}

/** What needs somebody comes first. */
export const usualOrder: DeviceOrder = { by: 'health', descending: false }

/** Reads the query of the devices screen; what it does not know it leaves out. */
export const readDeviceAddress = (search: string): DeviceAddress => {
  const query = new URLSearchParams(search)
  const [, minus, name] = /^(-?)(.+)$/.exec(query.get('sort') ?? '') ?? []
  const by = deviceColumns.find((column) => column === name)
  return {
    view: deviceViews.find((view) => view === query.get('view')) ?? 'devices',
    text: query.get('q')?.slice(0, 100) ?? '',
    healths: deviceHealths.filter((health) => query.get('health')?.split(',').includes(health)),
    doubts: doubts.filter((doubt) => query.get('doubt')?.split(',').includes(doubt)),
    order: by ? { by, descending: minus === '-' } : usualOrder,
    selectedId: query.get('device') ?? undefined,
  }
}

export const writeDeviceAddress = ({ view, text, healths, doubts, order, selectedId }: DeviceAddress) => {
  const usual = order.by === usualOrder.by && order.descending === usualOrder.descending
  const pairs = [
    ['view', view === 'devices' ? '' : view],
    ['health', healths.join(',')],
    ['doubt', doubts.join(',')],
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

/** Opening a device, a view or the screen adds a step to the history; filtering and sorting only rewrite the current one. */
export const goDevices = (change: Partial<DeviceAddress> = {}) => {
  const next = { ...deviceAddress.value, ...change }
  const { selectedId, view } = deviceAddress.value
  const step = next.selectedId !== selectedId || next.view !== view || screen.value !== 'devices'
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
