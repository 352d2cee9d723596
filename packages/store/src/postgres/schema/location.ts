import { locationKinds } from '@lading/shared/domain/location'
import { doublePrecision, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'

export const locationKindEnum = pgEnum('location_kind', locationKinds)

export const location = pgTable('location', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  kind: locationKindEnum('kind').notNull(),
  country: text('country').notNull(),
  lat: doublePrecision('lat').notNull(),
  lon: doublePrecision('lon').notNull(),
  zone: text('zone').notNull(),
  geofenceRadiusKm: doublePrecision('geofence_radius_km').notNull(),
})
