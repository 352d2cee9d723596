import type { UnknownDevices } from '@lading/shared/contract/dead-letter'
import { unknownDevices } from '../../state/device/unknown.ts'
import { authorised } from '../server/authorised.ts'

/** Where they cannot be told, the devices that are known are still worth showing: the table says what is wrong. */
export const loadUnknownDevices = async () => {
  const result = await authorised<UnknownDevices>('/v1/devices/unknown')
  if (result.ok) unknownDevices.value = result.value.items
}
