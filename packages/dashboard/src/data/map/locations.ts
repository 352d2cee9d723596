import type { Location } from '@lading/shared/contract/location'
import { locations } from '../../state/map/locations.ts'
import { authorised } from '../server/authorised.ts'

/** Places change seldom: they are read once. Without them the map only has fewer names. */
export const loadLocations = async () => {
  const result = await authorised<Location[]>('/v1/locations')
  if (result.ok) locations.value = result.value
}
