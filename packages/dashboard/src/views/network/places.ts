import { locations } from '../../state/map/locations.ts'

/** Between which places ways lead. Doors are reached by the last leg of a shipment only. */
export const places = () =>
  locations.value.filter(({ kind }) => kind !== 'address').sort((one, other) => one.name.localeCompare(other.name))
