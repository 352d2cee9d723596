import type { ApiKey } from '@lading/shared/contract/api-key'
import { mayActAs } from '@lading/shared/domain/role'
import { computed, signal } from '@preact/signals'
import { deviceAddress } from './address/devices.ts'
import type { Load } from './server/load.ts'
import { session } from './server/session.ts'

/** The keys of programs, the newest first. */
export const apiKeys = signal<ApiKey[]>([])
export const apiKeysLoad = signal<Load>({ status: 'loading' })

/** Only admins give keys out and see which there are. */
export const mayGiveKeys = computed(() => session.value !== undefined && mayActAs(session.value.role, 'admin'))

/** What the screen shows: who may not see keys sees devices, whatever the address says. */
export const shownDeviceView = computed(() => {
  const { view } = deviceAddress.value
  return view === 'keys' && !mayGiveKeys.value ? 'devices' : view
})
