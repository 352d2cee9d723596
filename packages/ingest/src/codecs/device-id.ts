import { DeviceId } from '@lading/shared/contract/device'
import { Compile } from 'typebox/compile'

const deviceId = Compile(DeviceId)

export const isDeviceId = (name: string): boolean => deviceId.Check(name)
