import type { Device } from '@lading/shared/contract/device'
import { signal } from '@preact/signals'
import type { Load } from './load.ts'

export type Devices = ReadonlyMap<string, Device>

export const devices = signal<Devices>(new Map())
export const devicesLoad = signal<Load>({ status: 'loading' })
/** Where the list goes on, if the server has more than has been read. */
export const devicesCursor = signal<string | null>(null)

export const withDevices = (known: Devices, heard: readonly Device[]): Devices =>
  new Map([...known, ...heard.map((device) => [device.id, device] as const)])
