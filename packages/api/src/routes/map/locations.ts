import { Location } from '@lading/shared/contract/location'
import { DomainError } from '@lading/store/postgres/domain-error'
import { listLocations } from '@lading/store/postgres/location/list'
import { putLocation } from '@lading/store/postgres/location/put'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { isTimeZone } from '../../is-time-zone.ts'

const tags = ['locations']
const CodeParams = Type.Object({ code: Location.properties.code })

export const locationRoutes = async (app: App, { database: { db } }: Dependencies) => {
  app.get(
    '/v1/locations',
    { config: { access: 'viewer' }, schema: { tags, summary: 'All places', response: { 200: Type.Array(Location) } } },
    () => listLocations(db),
  )

  app.put(
    '/v1/locations/:code',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Add or change a place', params: CodeParams, body: Location, response: { 200: Location } },
    },
    async ({ params, body }) => {
      const { code, name, kind, country, lat, lon, zone, geofenceRadiusKm } = body
      if (code !== params.code) throw notValid('/code', `is not the ${params.code} of the address`)
      if (!isTimeZone(zone)) throw notValid('/zone', `${zone} is not an IANA time zone`)
      const location = { code, name, kind, country, lat, lon, zone, geofenceRadiusKm }
      await putLocation(db, location)
      return location
    },
  )
}

const notValid = (path: string, message: string) => new DomainError('not-valid', 'The place is not valid.', [{ path, message }])
