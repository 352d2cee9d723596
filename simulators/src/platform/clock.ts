import { type Clock, createClock } from '@lading/shared/clock'
import { clockFromConfig } from '@lading/shared/config/clock-from-config'
import type { Config } from '@lading/shared/config/read-config'
import type { Api } from './api.ts'

export type PlatformClock = { clock: Clock; speed: number }

/** Platform time: as the environment says where the launcher set it, otherwise as the running platform says. */
export const platformClock = async (config: Config<'CLOCK_SPEED' | 'CLOCK_ORIGIN' | 'CLOCK_START'>, api: Api): Promise<PlatformClock> => {
  if (config.CLOCK_ORIGIN) return { clock: clockFromConfig(config), speed: config.CLOCK_SPEED }
  const { clock } = await api.settings()
  return { clock: createClock({ origin: new Date(), start: new Date(clock.now), speed: clock.speed }), speed: clock.speed }
}
