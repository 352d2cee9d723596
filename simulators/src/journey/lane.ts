import type { Location } from '@lading/shared/contract/location'
import type { Mode } from '@lading/shared/domain/mode'
import type { LonLat } from '@lading/shared/geo/point'
import type { GoodsName } from '../goods/goods.ts'
import type { CityName } from '../places/cities.ts'

/** One way that goods regularly take: from a yard over hubs to doors in some cities. The last leg is always a delivery round. */
export type Lane = {
  consignor: string
  goods: GoodsName[]
  from: Location
  hops: Hop[]
  cities: CityName[]
}

export type Hop = {
  mode: Exclude<Mode, 'parcel'>
  to: Location
  /** Places that a road or railway passes. */
  via?: LonLat[]
  /** A ferry sails straight across, where the network of container lanes would go around. */
  ferry?: true
}
