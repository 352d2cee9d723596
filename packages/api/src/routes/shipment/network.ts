import { planRoutes } from '@lading/models/network/plan-routes'
import { IdParams } from '@lading/shared/contract/common'
import type { Location } from '@lading/shared/contract/location'
import {
  AlternativesAnswer,
  AlternativesQuery,
  FacilitiesAnswer,
  FacilitiesQuery,
  RoutesAnswer,
  RoutesQuery,
} from '@lading/shared/contract/network'
import { isCurrency } from '@lading/shared/domain/money'
import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { DomainError } from '@lading/store/postgres/domain-error'
import { listLocations } from '@lading/store/postgres/location/list'
import { demandByRegion } from '@lading/store/postgres/network/demand-by-region'
import { listServices } from '@lading/store/postgres/service/list'
import { getShipment } from '@lading/store/postgres/shipment/get'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { alternativesOf } from '../../network/alternatives.ts'
import { buildNetwork, wayOf } from '../../network/build-network.ts'
import { placeStock } from '../../network/facilities/place-stock.ts'
import { solveAside } from '../../network/facilities/solve-aside.ts'
import { createPastOfNetwork } from '../../network/past-of-network.ts'
import { toOption } from '../../network/to-option.ts'
import { whileWanted } from '../../while-wanted.ts'

const tags = ['network']
/** As many as the solver takes in its time. */
const mostRegions = 100
const nameOf = ({ country, lat, lon }: { country: string; lat: number; lon: number }) => `${country} ${lat.toFixed(1)}, ${lon.toFixed(1)}`

/** Ways through the network of legs: which lane, which mode, with whom. */
export const networkRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  const pastOfNetwork = createPastOfNetwork(db, clock)
  const load = async () => {
    const [past, services, locations] = await Promise.all([pastOfNetwork(), listServices(db), listLocations(db)])
    return { past, services, places: new Map(locations.map((place) => [place.code, place])) }
  }

  const regionsOfLastYear = async () => {
    const since = new Date(clock.now().getTime() - 365 * 86_400_000)
    return (await demandByRegion(db, since, mostRegions)).map((region) => ({ ...region, name: nameOf(region) }))
  }

  app.post(
    '/v1/network/routes',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'The best ways from one place to another',
        description:
          'Over services that carriers offer, lanes that shipments have gone and legs that are planned. Times are intervals; a way that misses a departure waits for the next. Prices count in one currency only. Of ways by the same places and modes the best is answered, whoever carries.',
        body: RoutesQuery,
        response: { 200: RoutesAnswer },
      },
    },
    async ({ body }) => {
      const { from, to, weightKg, volumeM3 = 0, currency = 'EUR', objective = 'balanced', weights, k = 5, modes } = body
      const { places, ...known } = await load()
      check(body, places)
      const departAfter = body.departAfter ? new Date(body.departAfter) : clock.now()
      const start = { place: from, atMs: departAfter.getTime() }
      const built = buildNetwork({ ...known, places, cargo: { weightKg, volumeM3, currency }, fromMs: start.atMs, modes })
      const { routes, isComplete } = planRoutes(built.network, start, to, {
        ...{ objective, k, keyOf: wayOf(built) },
        ...(weights && { shares: weights }),
      })
      const shown = { start, currency, deliverBy: body.deliverBy ? new Date(body.deliverBy) : null }
      return { routes: routes.map((route) => toOption(built, shown, route)), isComplete, currency, departAfter: departAfter.toISOString() }
    },
  )

  app.post(
    '/v1/network/facilities',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Where stock should be',
        description:
          'Of these sites the ones by which a year costs least, by a solver of mixed integer programs in at most 8 seconds, beside those that are there today. Ways are by road, as the crow flies.',
        body: FacilitiesQuery,
        response: { 200: FacilitiesAnswer },
      },
    },
    async ({ body }, reply) => {
      const wanted = whileWanted(reply)
      const places = new Map((await listLocations(db)).map((place) => [place.code, place]))
      checkSites(body, places)
      const regions = body.regions ?? (await regionsOfLastYear())
      if (regions.length === 0) throw notValid([{ path: '/regions', message: 'are missing: no shipment was told in the last year' }])
      return placeStock({ asked: body, regions, places, solve: (problems) => solveAside(problems, wanted) })
    },
  )

  app.get(
    '/v1/shipments/:id/alternatives',
    {
      config: { access: 'viewer' },
      schema: {
        tags: ['shipments', ...tags],
        summary: 'Other ways that a shipment could still go',
        description:
          'From where it is, or from the end of the leg that it is on, beside its present plan. Weights are not kept with shipments: prices and emissions are of 100 kg where none is told.',
        params: IdParams,
        querystring: AlternativesQuery,
        response: { 200: AlternativesAnswer },
      },
    },
    async ({ params: { id }, query }) => {
      if (query.currency) checkCurrency(query.currency)
      const [shipment, known] = await Promise.all([getShipment(db, id), load()])
      if (!shipment) throw new DomainError('shipment-not-found', 'There is no such shipment.')
      return alternativesOf({ legs: shipment.legs, promisedAt: shipment.promisedAt, now: clock.now(), ...known, asked: query })
    },
  )
}

const checkSites = ({ sites, currency }: FacilitiesQuery, places: Map<string, Location>) => {
  checkCurrency(currency)
  const issues = sites.flatMap(({ code }, index): Issue[] => {
    const path = `/sites/${index}/code`
    if (!places.has(code)) return [issueAt(path, 'location-unknown', { value: code })]
    return sites.findIndex((site) => site.code === code) < index ? [{ path, message: `${code} is there twice` }] : []
  })
  if (issues.length > 0) throw notValid(issues)
}

const notValid = (issues: Issue[]) => new DomainError('not-valid', 'The question is not valid.', issues)

const checkCurrency = (currency: string) => {
  if (!isCurrency(currency)) throw notValid([{ path: '/currency', message: `${currency} is not a currency of ISO 4217` }])
}

const check = ({ from, to, currency, weights }: RoutesQuery, places: Map<string, Location>) => {
  if (currency) checkCurrency(currency)
  const issues: Issue[] = Object.entries({ from, to }).flatMap(([field, code]) =>
    places.has(code) ? [] : [issueAt(`/${field}`, 'location-unknown', { value: code })],
  )
  if (from === to) issues.push({ path: '/to', message: 'is where they are' })
  if (weights && Object.values(weights).every((weight) => weight === 0)) issues.push({ path: '/weights', message: 'are all nothing' })
  if (issues.length > 0) throw notValid(issues)
}
