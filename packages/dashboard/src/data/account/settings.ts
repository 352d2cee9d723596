import type { DashboardSettings } from '@lading/shared/contract/clock'
import { setClock } from '../../state/clock.ts'
import { broker, tiles } from '../../state/settings.ts'
import { request } from '../server/request.ts'

/** Asked again on every connect of the live feed, so that the clock never drifts far. */
export const loadSettings = async () => {
  const result = await request<DashboardSettings>('/v1/settings')
  if (!result.ok) return
  setClock(result.value.clock)
  broker.value = result.value.broker
  // Unequal objects with equal content would make the map load its tiles anew.
  if (JSON.stringify(tiles.value) !== JSON.stringify(result.value.tiles)) tiles.value = result.value.tiles
}
