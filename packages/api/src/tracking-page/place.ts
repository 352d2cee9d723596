import type { Location } from '@lading/shared/contract/location'

/** A place as coarse as a town; `town` is null where only the country may be said. */
export type Place = { town: string | null; country: string; zone: string }

type Ends = { origin: Location; destination: Location }

/**
 * Ports, airports, hubs and the warehouses on the way are public and go by their name. An address is somebody's door, and a
 * warehouse where the journey begins or ends belongs to one of the parties.
 */
export const isPrivate = ({ kind, code }: Location, legs: Ends[]) =>
  kind === 'address' || (kind === 'warehouse' && (code === legs[0]?.origin.code || code === legs.at(-1)?.destination.code))

export const publicPlace = (location: Location, legs: Ends[]): Place => ({
  town: isPrivate(location, legs) ? townOf(location.name) : location.name,
  country: location.country,
  zone: location.zone,
})

// Of `Kerkstraat 12, Utrecht` only what follows the last comma is said, and not even that where it has a digit, as it may
// then be a postcode or a house.
const townOf = (name: string) => {
  const parts = name.split(',')
  const last = parts.at(-1)?.trim() ?? ''
  return parts.length > 1 && last !== '' && !/\d/.test(last) ? last : null
}
