import Type from 'typebox'
import { classifiers, milestoneCodes, milestoneSources } from '../domain/milestone.ts'
import { Id, Instant, Lat, Lon } from './common.ts'

export const Milestone = Type.Object({
  id: Id,
  code: Type.Enum([...milestoneCodes]),
  classifier: Type.Enum([...classifiers]),
  eventTime: Instant,
  recordTime: Instant,
  legSequence: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  locationCode: Type.Union([Type.String(), Type.Null()]),
  position: Type.Union([Type.Object({ lat: Lat, lon: Lon }), Type.Null()]),
  source: Type.Enum([...milestoneSources]),
  corrects: Type.Union([Id, Type.Null()]),
})
export type Milestone = Type.Static<typeof Milestone>
