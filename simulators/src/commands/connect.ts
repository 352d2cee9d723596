import type { Addresses } from '../platform/addresses.ts'
import { type Api, createApi } from '../platform/api.ts'
import { type PlatformClock, platformClock } from '../platform/clock.ts'
import { openPublisher, type Publisher } from '../platform/publisher.ts'
import type { Context } from './command.ts'

export type Platform = { addresses: Addresses; api: Api; publisher: Publisher; time: PlatformClock }

/** The running platform: its api, its broker and its clock; the connection is closed after `use`. */
export const withPlatform = async (
  { addresses: find, config, say, signal }: Context,
  file: string | undefined,
  use: (platform: Platform) => Promise<void>,
) => {
  const addresses = await find(file)
  const api = createApi({ url: addresses.api, login: addresses.login, signal })
  const time = await platformClock(config, api)
  const { MQTT_USERNAME: username, MQTT_PASSWORD: password } = config
  const publisher = await openPublisher({ url: addresses.mqtt, username, password, onTrouble: say })
  try {
    await use({ addresses, api, publisher, time })
  } finally {
    await publisher.close()
  }
}
