import type { Addresses } from '../platform/addresses.ts'
import { type Api, createApi } from '../platform/api.ts'
import { type PlatformClock, platformClock } from '../platform/clock.ts'
import type { DeviceLogin } from '../platform/device-connection.ts'
import { openPublisher, type Publisher } from '../platform/publisher.ts'
import type { Context } from './command.ts'

export type Platform = {
  addresses: Addresses
  api: Api
  time: PlatformClock
  /** A connection to the broker as this device. */
  connect: (device: DeviceLogin) => Promise<Publisher>
}

/** The running platform: its api, its broker and its clock; connections are closed after `use`. */
export const withPlatform = async (
  { addresses: find, config, say, signal }: Context,
  file: string | undefined,
  use: (platform: Platform) => Promise<void>,
) => {
  const addresses = await find(file)
  const api = createApi({ url: addresses.api, login: addresses.login, signal })
  const time = await platformClock(config, api)
  const publishers: Publisher[] = []
  const connect = async (device: DeviceLogin) => {
    const publisher = await openPublisher({ url: addresses.mqtt, device, onTrouble: say })
    publishers.push(publisher)
    return publisher
  }
  try {
    await use({ addresses, api, time, connect })
  } finally {
    await Promise.all(publishers.map((publisher) => publisher.close()))
  }
}
