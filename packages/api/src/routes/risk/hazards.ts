import { IdParams } from '@lading/shared/contract/common'
import { Hazard, HazardChange, HazardPage, HazardQuery, NewHazard, TakenFeed } from '@lading/shared/contract/hazard'
import { readHazardFeed } from '@lading/shared/hazard-feed/read-hazard-feed'
import { DomainError } from '@lading/store/postgres/domain-error'
import { addHazards } from '@lading/store/postgres/hazard/add'
import { changeHazard, noHazard, removeHazard } from '@lading/store/postgres/hazard/change'
import { getHazard, listHazards } from '@lading/store/postgres/hazard/list'
import { takeHazardFeed } from '@lading/store/postgres/hazard/take-feed'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { shipmentsUnderWay } from '@lading/store/postgres/watched/shipments-near'
import type { FastifyBaseLogger } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { checkedArea } from '../../areas/check.ts'
import { geoJsonRoutes } from '../../areas/geojson-routes.ts'
import { askForWork } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['hazards']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const

/** Whose way leads through it cannot be told without looking at them; beyond so many, the sweep and the next reports do. */
const askedAtOnce = 500

/** A month of earthquakes is some ten megabytes. */
const feedBytes = 16_000_000
const mistakesMost = 100
const xmlTypes = ['text/xml', 'application/xml', 'application/cap+xml', 'application/rss+xml']

/** What endangers goods in an area for a time. People tell it, a file does, or a feed that workers fetch. */
export const hazardRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  const who = (signedIn: SignedIn | undefined) => ({ userId: (signedIn as SignedIn).userId, now: clock.now() })
  const get = async (id: string) => {
    const found = await getHazard(db, id)
    if (!found) throw noHazard()
    return found
  }
  const lookAgain = async (log: FastifyBaseLogger) => {
    for (const shipmentId of await shipmentsUnderWay(db, askedAtOnce))
      await askForWork(queue, log, 'plan', { data: { shipmentId }, deduplicationId: shipmentId })
  }
  const checkTimes = ({ title, validFrom, validUntil }: Pick<NewHazard, 'title' | 'validFrom' | 'validUntil'>) => {
    const from = validFrom ? new Date(validFrom) : clock.now()
    if (validUntil && new Date(validUntil) <= from)
      throw new DomainError('not-valid', `The hazard ${title} is not valid.`, [
        { path: '/validUntil', message: 'is not after the beginning' },
      ])
  }

  app.get(
    '/v1/hazards',
    {
      config: viewer,
      schema: { tags, summary: 'Hazards, the last told first', querystring: HazardQuery, response: { 200: HazardPage } },
    },
    ({ query: { limit = 50, ...asked } }) => listHazards(db, { ...asked, limit, now: clock.now() }),
  )

  geoJsonRoutes(app, {
    plural: 'hazards',
    about: {
      all: 'All hazards as GeoJSON',
      draw: 'Tell every hazard of a GeoJSON file, all or none',
      properties: '`title` (or `name`), `kind`, `severity` (needed), `validFrom`, `validUntil`, `source`, `reference`, `note`',
    },
    schema: NewHazard,
    name: 'title',
    nameIn: ({ title, name }) => title ?? name,
    own: ['kind', 'severity', 'validFrom', 'validUntil', 'source', 'reference', 'note'],
    page: (cursor) => listHazards(db, { limit: 500, now: clock.now(), ...(cursor && { cursor }) }),
    add: async (wanted, { signedIn, log }) => {
      for (const each of wanted) checkTimes(each)
      const ids = await addHazards(db, wanted, who(signedIn))
      await lookAgain(log)
      return ids.length
    },
  })

  app.addContentTypeParser(xmlTypes, { parseAs: 'string' }, (_request, text, done) => done(null, text))

  app.post(
    '/v1/hazards/feed',
    {
      config: operator,
      bodyLimit: feedBytes,
      schema: {
        tags,
        summary: 'Take what a feed of hazards tells, all or nothing',
        description:
          'Earthquakes in GeoJSON of the USGS, RSS of GDACS, or alerts of CAP 1.2. What was told before is changed, unless people changed it or took it away; what is taken back ends.',
        body: {
          content: Object.fromEntries([
            ...xmlTypes.map((type) => [type, { schema: Type.String() }]),
            ['application/geo+json', { schema: Type.Object({}) }],
          ]),
        },
        response: { 200: TakenFeed },
      },
    },
    async ({ body, signedIn, log }) => {
      const { mistakes, ...read } = readHazardFeed(typeof body === 'string' ? body : JSON.stringify(body))
      if (mistakes.length > 0 || !read.feed)
        throw new DomainError('not-valid', 'Nothing was taken: the feed is not valid.', mistakes.slice(0, mistakesMost))
      const taken = await takeHazardFeed(db, read, who(signedIn))
      if (taken.added + taken.changed + taken.ended > 0) await lookAgain(log)
      return { feed: read.feed, ...taken, left: read.left }
    },
  )

  app.post(
    '/v1/hazards',
    { config: operator, schema: { tags, summary: 'Tell a hazard', body: NewHazard, response: { 201: Hazard } } },
    async ({ body, signedIn, log }, reply) => {
      const area = checkedArea(body.area)
      checkTimes(body)
      const [id] = (await addHazards(db, [{ ...body, area }], who(signedIn))) as [string]
      await lookAgain(log)
      return reply
        .code(201)
        .header('location', `/v1/hazards/${id}`)
        .send(await get(id))
    },
  )

  app.get(
    '/v1/hazards/:id',
    { config: viewer, schema: { tags, summary: 'One hazard', params: IdParams, response: { 200: Hazard } } },
    ({ params: { id } }) => get(id),
  )

  app.patch(
    '/v1/hazards/:id',
    {
      config: operator,
      schema: { tags, summary: 'Change a hazard, or say when it ends', params: IdParams, body: HazardChange, response: { 200: Hazard } },
    },
    async ({ params: { id }, body, signedIn, log }) => {
      const area = body.area && checkedArea(body.area)
      await changeHazard(db, id, { ...body, ...(area && { area }) }, who(signedIn))
      await lookAgain(log)
      return get(id)
    },
  )

  app.delete(
    '/v1/hazards/:id',
    { config: operator, schema: { tags, summary: 'Take a hazard back', params: IdParams, response: { 204: Type.Null() } } },
    async ({ params: { id }, signedIn, log }, reply) => {
      await removeHazard(db, id, who(signedIn))
      await lookAgain(log)
      return reply.code(204).send(null)
    },
  )
}
