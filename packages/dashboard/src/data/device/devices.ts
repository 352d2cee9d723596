import type { Assignment, Device, DevicePage, NewAssignment, NewDevice, RegisteredDevice } from '@lading/shared/contract/device'
import { deviceAddress } from '../../state/address/devices.ts'
import { devices, devicesCursor, devicesLoad, doubted, withDevices } from '../../state/device/devices.ts'
import type { DeviceHealth, Doubt } from '../../state/device/health.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'
import { loadUnknownDevices } from './unknown.ts'

// The api's largest page; four of them fill the table before anyone asks for more.
const pageSize = 500
const pagesAtOnce = 4

const readPages = async (cursor: string | null, pages: number): Promise<void> => {
  const result = await authorised<DevicePage>(`/v1/devices${queryString({ limit: pageSize, cursor: cursor ?? undefined })}`)
  if (!result.ok) {
    devicesLoad.value = { status: 'failed', failure: result.failure }
    return
  }
  devices.value = withDevices(devices.value, result.value.items)
  devicesCursor.value = result.value.nextCursor
  devicesLoad.value = { status: 'ready' }
  if (result.value.nextCursor && pages > 1) await readPages(result.value.nextCursor, pages - 1)
}

/** The last registered first; what is already shown stays until it is heard anew. */
export const loadDevices = async () => {
  devicesLoad.value = { status: 'loading' }
  await readPages(null, pagesAtOnce)
}

export const loadMoreDevices = async () => {
  if (devicesCursor.value === null || devicesLoad.value.status === 'loading') return
  devicesLoad.value = { status: 'loading' }
  await readPages(devicesCursor.value, 1)
}

/** Finds those by id or label that have not been read yet. */
export const searchDevices = async (text: string, signal: AbortSignal) => {
  const result = await authorised<DevicePage>(`/v1/devices${queryString({ q: text, limit: pageSize })}`, { signal })
  if (result.ok) devices.value = withDevices(devices.value, result.value.items)
}

/** Those in one health, which the server knows of all devices. Answers their ids. */
const readHealth = async (health: DeviceHealth | Doubt, signal?: AbortSignal, cursor?: string, pages = pagesAtOnce): Promise<string[]> => {
  const result = await authorised<DevicePage>(`/v1/devices${queryString({ health, limit: pageSize, cursor })}`, { signal })
  if (!result.ok) return []
  const { items, nextCursor } = result.value
  devices.value = withDevices(devices.value, items)
  const rest = nextCursor && pages > 1 ? await readHealth(health, signal, nextCursor, pages - 1) : []
  return [...items.map(({ id }) => id), ...rest]
}

/** Brings those of a health that no page has brought yet; those that report are all others. */
export const searchHealth = async (health: DeviceHealth, signal: AbortSignal) => {
  if (health !== 'reporting') await readHealth(health, signal)
}

const loadDoubted = async () => {
  const [quarantined, skewed] = await Promise.all([readHealth('quarantined'), readHealth('skewed')])
  doubted.value = { quarantined: new Set(quarantined), skewed: new Set(skewed) }
}

/** One device anew; it may be one that no page has brought yet. */
export const loadDevice = async (id: string) => {
  const result = await authorised<Device>(`/v1/devices/${encodeURIComponent(id)}`)
  if (result.ok) devices.value = withDevices(devices.value, [result.value])
  return result
}

export const registerDevice = async (device: NewDevice) => {
  const result = await authorised<RegisteredDevice>('/v1/devices', { method: 'POST', body: device })
  if (result.ok) await Promise.all([loadDevice(device.id), loadUnknownDevices()])
  return result
}

export const assignDevice = async (deviceId: string, assignment: NewAssignment) => {
  const path = `/v1/devices/${encodeURIComponent(deviceId)}/assignments`
  const result = await authorised<Assignment>(path, { method: 'POST', body: assignment })
  if (result.ok) await loadDevice(deviceId)
  return result
}

/** A new secret, shown once; the old one ends, and a revoked device may connect again. */
export const renewSecret = async (id: string) => {
  const result = await authorised<RegisteredDevice>(`/v1/devices/${encodeURIComponent(id)}/secret`, { method: 'POST' })
  if (result.ok) await loadDevice(id)
  return result
}

export const revokeDevice = async (id: string) => {
  const result = await authorised<Device>(`/v1/devices/${encodeURIComponent(id)}/revoke`, { method: 'POST' })
  if (result.ok) devices.value = withDevices(devices.value, [result.value])
  return result
}

// Nothing tells the dashboard of a device without a shipment: the first pages are read again this often while somebody looks.
const refreshMs = 20_000

/** Keeps the table true while it is on screen. Returns how to stop. */
export const followDevices = () => {
  void loadDevices()
  void loadUnknownDevices()
  void loadDoubted()
  if (deviceAddress.value.selectedId) void loadDevice(deviceAddress.value.selectedId)
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible' || devicesLoad.value.status === 'loading') return
    void readPages(null, pagesAtOnce)
    void loadUnknownDevices()
    void loadDoubted()
  }, refreshMs)
  return () => clearInterval(timer)
}
