import type { Sql } from 'postgres'

/** A place as the domain writes it, of a row of `location` under this name. */
export const place = (sql: Sql, name: string) => {
  const of = sql(name)
  return sql`json_build_object('code', ${of}.code, 'name', ${of}.name, 'kind', ${of}.kind, 'country', ${of}.country, 'lat', ${of}.lat,
    'lon', ${of}.lon, 'zone', ${of}.zone, 'geofenceRadiusKm', ${of}.geofence_radius_km)`
}

/** An instant that PostgreSQL wrote into JSON, in the form in which the domain compares instants as text. */
export const iso = <Instant extends string | null>(instant: Instant): Instant =>
  (instant === null ? null : new Date(instant).toISOString()) as Instant
