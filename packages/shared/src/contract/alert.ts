import Type from 'typebox'
import { alertKinds, severities } from '../domain/alert.ts'
import { Bbox, Id, Instant, PageQuery, pageOf } from './common.ts'

export const Alert = Type.Object({
  id: Id,
  shipmentId: Id,
  trackingNumber: Type.String(),
  kind: Type.Enum([...alertKinds]),
  severity: Type.Enum([...severities]),
  message: Type.String({ description: 'one English sentence with figures; `kind` and `facts` are for other languages' }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  openedAt: Instant,
  updatedAt: Instant,
  closedAt: Type.Union([Instant, Type.Null()]),
})
export type Alert = Type.Static<typeof Alert>

export const AlertQuery = Type.Object({
  ...PageQuery,
  open: Type.Optional(Type.Boolean({ description: 'only open (true) or only closed (false) alerts' })),
  kind: Type.Optional(Type.Enum([...alertKinds])),
  shipmentId: Type.Optional(Id),
  bbox: Type.Optional(Bbox),
})
export type AlertQuery = Type.Static<typeof AlertQuery>

export const AlertPage = pageOf(Alert)
