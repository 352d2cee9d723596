/** WGS 84, degrees. */
export type Point = { lat: number; lon: number }

/** [longitude, latitude], as GeoJSON writes it. */
export type LonLat = [lon: number, lat: number]

export const toPoint = ([lon, lat]: LonLat): Point => ({ lat, lon })

/** A longitude brought into −180 … 180. */
export const normaliseLon = (lon: number) => (lon >= -180 && lon < 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180)
