import { IdParams } from '@lading/shared/contract/common'
import { Geofence, GeofenceChange, GeofencePage, GeofenceQuery, NewGeofence } from '@lading/shared/contract/geofence'
import type { Area } from '@lading/shared/domain/area'
import { areaBounds } from '@lading/shared/geo/area/area-bounds'
import { addGeofences } from '@lading/store/postgres/geofence/add'
import { changeGeofence, noGeofence, removeGeofence } from '@lading/store/postgres/geofence/change'
import { getGeofence, listGeofences } from '@lading/store/postgres/geofence/list'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { shipmentsNear } from '@lading/store/postgres/watched/shipments-near'
import type { FastifyBaseLogger } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { checkedArea } from '../../areas/check.ts'
import { geoJsonRoutes } from '../../areas/geojson-routes.ts'
import { askForWork } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['geofences']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const

/** What a change may concern at once; the rest is found with its next report, or by the sweep. */
const askedAtOnce = 500
/** A device may be within by its uncertainty. */
const marginM = 1000

/** Areas in which shipments are noticed. Workers notice them, from stored readings; here is only what people draw. */
export const geofenceRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  const who = (signedIn: SignedIn | undefined) => ({ userId: (signedIn as SignedIn).userId, now: clock.now() })
  const get = async (id: string) => {
    const found = await getGeofence(db, id)
    if (!found) throw noGeofence()
    return found
  }
  /** Whoever is there now is looked at again at once, rather than with its next report. */
  const lookAgain = async (log: FastifyBaseLogger, areas: { id: string; area: Area }[]) => {
    const near = await Promise.all(areas.map(({ id, area }) => shipmentsNear(db, areaBounds(area, marginM), id, askedAtOnce)))
    const ids = [...new Set(near.flat())].slice(0, askedAtOnce)
    for (const shipmentId of ids) await askForWork(queue, log, 'plan', { data: { shipmentId }, deduplicationId: shipmentId })
  }

  app.get(
    '/v1/geofences',
    {
      config: viewer,
      schema: { tags, summary: 'Geofences, the last drawn first', querystring: GeofenceQuery, response: { 200: GeofencePage } },
    },
    ({ query: { limit = 50, cursor } }) => listGeofences(db, { limit, ...(cursor && { cursor }) }),
  )

  geoJsonRoutes(app, {
    plural: 'geofences',
    about: {
      all: 'All geofences as GeoJSON',
      draw: 'Draw every feature of a GeoJSON file, all or none',
      properties: '`name` (needed), `colour`, `modes`, `carriers`, `alerts`',
    },
    schema: NewGeofence,
    name: 'name',
    own: ['colour', 'modes', 'carriers', 'alerts'],
    page: (cursor) => listGeofences(db, { limit: 500, ...(cursor && { cursor }) }),
    add: async (wanted, { signedIn, log }) => {
      const ids = await addGeofences(db, wanted, who(signedIn))
      await lookAgain(
        log,
        wanted.flatMap(({ area }, index) => ({ id: ids[index] as string, area })),
      )
      return ids.length
    },
  })

  app.post(
    '/v1/geofences',
    { config: operator, schema: { tags, summary: 'Draw a geofence', body: NewGeofence, response: { 201: Geofence } } },
    async ({ body, signedIn, log }, reply) => {
      const area = checkedArea(body.area)
      const [id] = (await addGeofences(db, [{ ...body, area }], who(signedIn))) as [string]
      await lookAgain(log, [{ id, area }])
      return reply
        .code(201)
        .header('location', `/v1/geofences/${id}`)
        .send(await get(id))
    },
  )

  app.get(
    '/v1/geofences/:id',
    { config: viewer, schema: { tags, summary: 'One geofence', params: IdParams, response: { 200: Geofence } } },
    ({ params: { id } }) => get(id),
  )

  app.patch(
    '/v1/geofences/:id',
    {
      config: operator,
      schema: { tags, summary: 'Change a geofence', params: IdParams, body: GeofenceChange, response: { 200: Geofence } },
    },
    async ({ params: { id }, body, signedIn, log }) => {
      const before = await get(id)
      const area = body.area && checkedArea(body.area)
      await changeGeofence(db, id, { ...body, ...(area && { area }) }, who(signedIn))
      await lookAgain(log, [{ id, area: before.area }, ...(area ? [{ id, area }] : [])])
      return get(id)
    },
  )

  app.delete(
    '/v1/geofences/:id',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Take a geofence away; what it noticed stays in the history of shipments',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params: { id }, signedIn, log }, reply) => {
      const area = await removeGeofence(db, id, who(signedIn))
      await lookAgain(log, [{ id, area }])
      return reply.code(204).send(null)
    },
  )
}
