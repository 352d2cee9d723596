import type { Device } from '@lading/shared/contract/device'
import { signal } from '@preact/signals'
import type { Load } from '../server/load.ts'
import type { Doubt } from './health.ts'

export type Devices = ReadonlyMap<string, Device>

export const devices = signal<Devices>(new Map())
export const devicesLoad = signal<Load>({ status: 'loading' })
/** Where the list goes on, if the server has more than has been read. */
export const devicesCursor = signal<string | null>(null)

/** Whom the server doubts, and why: it counts what was set aside, of all devices and not only of those that were read. */
export const doubted = signal<Readonly<Record<Doubt, ReadonlySet<string>>>>({ quarantined: new Set(), skewed: new Set() })

export const withDevices = (known: Devices, heard: readonly Device[]): Devices =>
  new Map([...known, ...heard.map((device) => [device.id, device] as const)])
