import Type from 'typebox'
import { severities } from '../domain/alert.ts'
import { areaColours, dwellHoursMost } from '../domain/geofence.ts'
import { modes } from '../domain/mode.ts'
import { Area } from './area.ts'
import { Id, Instant, nullable, PageQuery, pageOf } from './common.ts'

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const Colour = Type.Enum([...areaColours])
const Modes = Type.Array(Type.Enum([...modes]), {
  maxItems: modes.length,
  uniqueItems: true,
  description: 'of the leg under way; none: any',
})
const Carriers = Type.Array(Type.String({ minLength: 1, maxLength: 120 }), {
  maxItems: 50,
  uniqueItems: true,
  description: 'of the leg under way; none: any',
})

/** What of a fence wants somebody. Entering and leaving are kept as events of a shipment either way. */
export const GeofenceAlerts = Type.Object(
  {
    entered: Type.Boolean({ description: 'an alert while a shipment is within: goods should not be there' }),
    left: Type.Boolean({ description: 'an alert while a shipment that was within is outside: goods should stay there' }),
    dwellHours: nullable(
      Type.Number({ exclusiveMinimum: 0, maximum: dwellHoursMost, description: 'an alert when it stays for longer than so many hours' }),
    ),
    severity: Type.Enum(severities.filter((severity) => severity !== 'info')),
  },
  { additionalProperties: false },
)
export type GeofenceAlerts = Type.Static<typeof GeofenceAlerts>

export const Person = nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'null: somebody who is gone' }))

/** A piece of the Earth that shipments are noticed in. */
export const Geofence = Type.Object({
  id: Id,
  name: Name,
  colour: Colour,
  area: Area,
  modes: Modes,
  carriers: Carriers,
  alerts: GeofenceAlerts,
  inside: Type.Integer({ minimum: 0, description: 'shipments under way that are within now' }),
  version: Type.Integer({ minimum: 1, description: 'to be given back with a change, so that nobody undoes another’s unseen' }),
  createdAt: Instant,
  createdBy: Person,
  updatedAt: Instant,
  updatedBy: Person,
})
export type Geofence = Type.Static<typeof Geofence>

export const NewGeofence = Type.Object(
  {
    name: Name,
    area: Area,
    colour: Type.Optional(Colour),
    modes: Type.Optional(Modes),
    carriers: Type.Optional(Carriers),
    alerts: Type.Optional(Type.Partial(GeofenceAlerts, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type NewGeofence = Type.Static<typeof NewGeofence>

/** Fields left out stay as they are. */
export const GeofenceChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'the `version` of the fence that was looked at' }),
    name: Type.Optional(Name),
    area: Type.Optional(Area),
    colour: Type.Optional(Colour),
    modes: Type.Optional(Modes),
    carriers: Type.Optional(Carriers),
    alerts: Type.Optional(Type.Partial(GeofenceAlerts, { additionalProperties: false })),
  },
  { additionalProperties: false },
)
export type GeofenceChange = Type.Static<typeof GeofenceChange>

export const GeofenceQuery = Type.Object(PageQuery)
export const GeofencePage = pageOf(Geofence)
export type GeofencePage = Type.Static<typeof GeofencePage>

/**
 * A stay of a shipment within a fence. Devices report now and then, so each end has two times: it came in after `enteredAfter` and
 * was within at `enteredAt`; it was still within at `leftAfter` and outside at `leftAt`.
 */
export const GeofenceVisit = Type.Object({
  geofenceId: Id,
  name: Name,
  colour: Colour,
  enteredAfter: nullable(Type.String({ format: 'date-time', description: 'null: it was within when it was first seen' })),
  enteredAt: Instant,
  leftAfter: nullable(Instant),
  leftAt: nullable(Type.String({ format: 'date-time', description: 'null: it is still within' })),
})
export type GeofenceVisit = Type.Static<typeof GeofenceVisit>
