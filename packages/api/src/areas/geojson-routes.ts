import { FeatureCollection, Imported } from '@lading/shared/contract/area'
import type { Area } from '@lading/shared/domain/area'
import { toFeature } from '@lading/shared/geo/area/geojson'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import type { FastifyBaseLogger } from 'fastify'
import Type from 'typebox'
import type { App } from '../app.ts'
import { everyItem } from './every-page.ts'
import { acceptGeoJson } from './geojson-bodies.ts'
import { partName, readFeatures, said } from './read-features.ts'

type Kept<Name extends string, Own extends string> = { id: string; area: Area } & Record<Name | Own, unknown>
type Telling = { signedIn: SignedIn | undefined; log: FastifyBaseLogger }

type Frame<Schema extends Type.TSchema, Name extends string, Own extends string> = {
  /** What they are called, in addresses and file names. */
  plural: string
  /** What the routes say that they do. */
  about: { all: string; draw: string; properties: string }
  /** What people send one by one: each feature is held to it. */
  schema: Schema
  /** Which property names one, and which others count. */
  name: Name
  own: readonly Own[]
  /** What names one in a file from elsewhere. */
  nameIn?: (properties: Record<string, unknown>) => unknown
  page: (cursor: string | undefined) => Promise<{ items: Kept<Name, Own>[]; nextCursor: string | null }>
  /** Keeps them, all or none, and says how many. */
  add: (wanted: Type.Static<Schema>[], telling: Telling) => Promise<number>
}

/** Areas of a kind as one file of GeoJSON, out and in: `GET` and `POST /v1/<plural>/geojson`. */
export const geoJsonRoutes = <Schema extends Type.TSchema, Name extends string, Own extends string>(
  app: App,
  { plural, about, schema, name, own, nameIn = (properties) => properties[name], page, add }: Frame<Schema, Name, Own>,
) => {
  const tags = [plural]
  acceptGeoJson(app)

  app.get(
    `/v1/${plural}/geojson`,
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: about.all,
        description: 'A circle is a Point with `radiusM`, a corridor a LineString with `widthM`. Rings that pass ±180° are not cut.',
        produces: ['application/geo+json'],
        response: { 200: Type.String() },
      },
    },
    async (_, reply) => {
      const features = (await everyItem(page)).map((kept) => {
        const { geometry, properties } = toFeature(kept.area)
        const its = Object.fromEntries(own.map((key) => [key, kept[key]]))
        return { type: 'Feature', id: kept.id, geometry, properties: { [name]: kept[name], ...properties, ...its } }
      })
      return reply
        .type('application/geo+json')
        .header('content-disposition', `attachment; filename="${plural}.geojson"`)
        .serializer(String)
        .send(JSON.stringify({ type: 'FeatureCollection', features }))
    },
  )

  app.post(
    `/v1/${plural}/geojson`,
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: about.draw,
        description: `Points need \`radiusM\`, LineStrings \`widthM\`; each polygon of a MultiPolygon becomes one of its own. Other properties: ${about.properties}.`,
        body: FeatureCollection,
        response: { 201: Imported },
      },
    },
    async ({ body, signedIn, log }, reply) => {
      const wanted = readFeatures(body, schema, (properties, area, part) => ({
        ...said(properties, own),
        ...said({ [name]: partName(nameIn(properties), part) }, [name]),
        area,
      }))
      return reply.code(201).send({ imported: await add(wanted, { signedIn, log }) })
    },
  )
}
