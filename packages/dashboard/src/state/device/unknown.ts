import type { UnknownDevices } from '@lading/shared/contract/dead-letter'
import { signal } from '@preact/signals'

export type UnknownDevice = UnknownDevices['items'][number]

/** Devices that report although nobody registered them; what they sent waits. */
export const unknownDevices = signal<UnknownDevice[]>([])
