import Type from 'typebox'
import { modes } from '../domain/mode.ts'
import { legBases, routeObjectives } from '../domain/network.ts'
import { Country, Instant, Lat, Lon, LonLat, Money, nullable } from './common.ts'
import { Location } from './location.ts'

const Hours = Type.Number({ minimum: 0, maximum: 8784 })
const Code = Location.properties.code
const strict = { additionalProperties: false }

/** When a service leaves. Weekdays are 1 (Monday) to 7, the time is that of its origin. */
export const ServiceDepartures = Type.Union([
  Type.Object({ kind: Type.Literal('per-week'), perWeek: Type.Number({ minimum: 0.1, maximum: 168 }) }, strict),
  Type.Object(
    {
      kind: Type.Literal('weekly'),
      weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }),
      time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('dates'), dates: Type.Array(Instant, { minItems: 1, maxItems: 400 }) }, strict),
])
export type ServiceDepartures = Type.Static<typeof ServiceDepartures>

const amount = (of: string) => Type.Integer({ minimum: 0, maximum: 1e12, description: `minor units ${of}` })
export const ServicePrice = Type.Object(
  {
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
    perShipment: amount('a shipment, in any case'),
    perTonne: amount('a tonne'),
    perCubicMetre: amount('a cubic metre; weight or measure is paid, whichever comes to more'),
  },
  strict,
)
export type ServicePrice = Type.Static<typeof ServicePrice>

/** A way from one place to another that a carrier offers. */
export const NewService = Type.Object(
  {
    mode: Type.Enum([...modes]),
    carrier: Type.String({ minLength: 1, maxLength: 120 }),
    origin: Code,
    destination: Code,
    departures: Type.Optional(nullable(ServiceDepartures)),
    transitHours: Type.Object(
      { p50: Hours, p10: Type.Optional(Hours), p90: Type.Optional(Hours) },
      { ...strict, description: 'from departure to arrival; where only the middle is told, P10 and P90 are taken to be as usual' },
    ),
    price: Type.Optional(nullable(ServicePrice)),
    co2e: Type.Optional(
      nullable(
        Type.Object(
          { gramsPerTonneKm: Type.Number({ minimum: 0, maximum: 100_000 }), source: Type.String({ minLength: 1, maxLength: 200 }) },
          { ...strict, description: 'from the source of the fuel on; otherwise an average of the mode is taken' },
        ),
      ),
    ),
    distanceKm: Type.Optional(nullable(Type.Number({ exclusiveMinimum: 0, maximum: 60_000 }))),
    capacity: Type.Optional(
      nullable(
        Type.Object(
          {
            weightKg: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1e9 })),
            volumeM3: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1e7 })),
          },
          { ...strict, description: 'what one departure takes at most; goods that are more do not go by it' },
        ),
      ),
    ),
    validFrom: Type.Optional(nullable(Instant)),
    validUntil: Type.Optional(nullable(Instant)),
    source: Type.Optional(nullable(Type.String({ maxLength: 200, description: 'who says so' }))),
  },
  strict,
)
export type NewService = Type.Static<typeof NewService>
export const ServiceCode = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', description: 'your own name for it' })
export const Service = Type.Intersect([Type.Required(NewService), Type.Object({ code: ServiceCode, updatedAt: Instant })])
export type Service = Type.Static<typeof Service>
export const Services = Type.Object({ items: Type.Array(Service) })
export type Services = Type.Static<typeof Services>
export const ImportedServices = Type.Object({ services: Type.Integer({ minimum: 0 }) })
export type ImportedServices = Type.Static<typeof ImportedServices>

const weight = Type.Number({ minimum: 0, maximum: 1000 })
const cargo = {
  weightKg: Type.Number({ exclusiveMinimum: 0, maximum: 1e7 }),
  volumeM3: Type.Optional(Type.Number({ minimum: 0, maximum: 1e5 })),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', description: 'of prices; EUR where it is left out' })),
}
const wish = {
  objective: Type.Optional(Type.Enum([...routeObjectives])),
  weights: Type.Optional(
    Type.Object(
      { time: weight, cost: weight, co2e: weight, risk: weight },
      { ...strict, description: 'of `balanced`: how much a share above the least counts; all alike where it is left out' },
    ),
  ),
  k: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, description: 'how many; 5 where it is left out' })),
}

export const RoutesQuery = Type.Object(
  {
    from: Code,
    to: Code,
    departAfter: Type.Optional(Instant),
    deliverBy: Type.Optional(Instant),
    modes: Type.Optional(Type.Array(Type.Enum([...modes]), { minItems: 1, uniqueItems: true })),
    ...cargo,
    ...wish,
  },
  strict,
)
export type RoutesQuery = Type.Static<typeof RoutesQuery>

export const HoursRange = Type.Object({ p10: Type.Number(), p50: Type.Number(), p90: Type.Number() })
const Place = Type.Object({ code: Type.String(), name: Type.String(), country: Country, lat: Lat, lon: Lon })

export const RouteLeg = Type.Object({
  service: nullable(Type.String({ description: 'its code; null where only past or planned legs tell of it' })),
  mode: Type.Enum([...modes]),
  carrier: Type.String(),
  origin: Place,
  destination: Place,
  departure: Instant,
  arrival: Instant,
  transferHours: Type.Number({ description: 'that goods need at the origin before they can leave' }),
  waitHours: Type.Number({ description: 'until the departure, after that' }),
  hours: HoursRange,
  borderHours: nullable(HoursRange),
  departures: Type.Enum(['any-time', 'so-often', 'at']),
  basis: Type.Object({ kind: Type.Enum([...legBases]), journeys: Type.Integer({ minimum: 0 }) }),
  cost: nullable(Money),
  co2eGrams: Type.Number(),
  co2eSource: Type.String(),
  distanceKm: Type.Number(),
  distanceBasis: Type.Enum(['told', 'measured', 'great-circle']),
  line: Type.Array(LonLat),
})
export type RouteLeg = Type.Static<typeof RouteLeg>

export const RouteOption = Type.Object({
  legs: Type.Array(RouteLeg),
  arrival: Type.Object({ p10: Instant, p50: Instant, p90: Instant }),
  hours: HoursRange,
  cost: nullable(Money),
  unpricedLegs: Type.Integer({ minimum: 0, description: 'without a price in this currency; then the cost is that of the others' }),
  co2eGrams: Type.Number(),
  missProbability: nullable(Type.Number({ minimum: 0, maximum: 1, description: 'of arriving after what was asked for or promised' })),
  missedDeparture: Type.Number({ minimum: 0, maximum: 1, description: 'probability of missing a departure by the timetable' }),
  isOnFront: Type.Boolean({ description: 'of no other route is it known that it is as good in everything and better in something' }),
  bestFor: Type.Array(Type.Enum(['time', 'cost', 'co2e', 'risk'])),
})
export type RouteOption = Type.Static<typeof RouteOption>

export const RoutesAnswer = Type.Object({
  routes: Type.Array(RouteOption, { description: 'the best first' }),
  isComplete: Type.Boolean({ description: 'false where the search was given up before it could know that there are no better ones' }),
  currency: Type.String(),
  departAfter: Instant,
})
export type RoutesAnswer = Type.Static<typeof RoutesAnswer>

export const AlternativesQuery = Type.Object({
  weightKg: Type.Optional(cargo.weightKg),
  volumeM3: cargo.volumeM3,
  currency: cargo.currency,
  objective: wish.objective,
  k: wish.k,
})
export type AlternativesQuery = Type.Static<typeof AlternativesQuery>
export const AlternativesAnswer = Type.Object({
  from: nullable(Place),
  readyAt: nullable(Instant),
  promisedAt: nullable(Instant),
  weightKg: Type.Number({ description: 'that prices and emissions are of' }),
  currency: Type.String(),
  present: nullable(RouteOption),
  alternatives: Type.Array(RouteOption, { description: 'other ways than the present one, the best first' }),
  isComplete: Type.Boolean(),
})
export type AlternativesAnswer = Type.Static<typeof AlternativesAnswer>

const minor = (of: string) => Type.Integer({ minimum: 0, maximum: 1e12, description: `minor units ${of}` })
const Quantity = Type.Number({ exclusiveMinimum: 0, maximum: 1e9 })

export const FacilitiesQuery = Type.Object(
  {
    regions: Type.Optional(
      Type.Array(Type.Object({ name: Type.String({ maxLength: 120 }), country: Country, lat: Lat, lon: Lon, quantity: Quantity }, strict), {
        minItems: 1,
        maxItems: 100,
        description: 'where goods are wanted, and how many a year; left out, where the shipments of the last year went',
      }),
    ),
    sites: Type.Array(
      Type.Object(
        {
          code: Code,
          fixed: minor('a year, to have it'),
          handling: minor('a piece'),
          capacity: Type.Optional(nullable(Quantity)),
          isOpen: Type.Optional(Type.Boolean({ description: 'it is there today: what would be is held against that' })),
        },
        strict,
      ),
      { minItems: 1, maxItems: 25 },
    ),
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 25, description: 'of sites to be chosen' })),
    perThousandKm: minor('a piece, for a thousand kilometres to where it is wanted'),
    crossing: minor('a piece, where it passes customs on the way'),
    withinHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 8784, description: 'of the service; 48 where it is left out' })),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  },
  strict,
)
export type FacilitiesQuery = Type.Static<typeof FacilitiesQuery>

const share = Type.Number({ minimum: 0, maximum: 1 })
export const FacilityPlan = Type.Object({
  sites: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), quantity: Type.Number() })),
  total: Money,
  fixed: Money,
  handling: Money,
  transport: Money,
  crossings: Money,
  within: Type.Number({ ...share, description: 'of the pieces, those that are there within the hours asked for' }),
  meanHours: Type.Number(),
})
export type FacilityPlan = Type.Static<typeof FacilityPlan>

export const FacilitiesAnswer = Type.Object({
  status: Type.Enum(['optimal', 'time-limit', 'infeasible'], {
    description: 'time-limit: the best that was found in the time there is; infeasible: the sites cannot take what is wanted',
  }),
  best: nullable(FacilityPlan),
  today: nullable(FacilityPlan),
  savings: nullable(Money),
  supplies: Type.Array(
    Type.Object({
      region: Type.String(),
      country: Country,
      site: Type.String(),
      share,
      quantity: Type.Number(),
      km: Type.Number(),
      hours: Type.Number(),
    }),
  ),
  centre: nullable(Type.Object({ lat: Lat, lon: Lon }, { description: 'the middle of all that is wanted, on the globe' })),
})
export type FacilitiesAnswer = Type.Static<typeof FacilitiesAnswer>
