import Type from 'typebox'
import { customsStates } from '../domain/customs-entry.ts'
import { etaStageKinds } from '../domain/eta.ts'
import { Country, Instant, nullable } from './common.ts'

const sequence = Type.Integer({ minimum: 1, description: 'of the leg, or of the leg that is waited for' })
const kind = Type.Enum([...etaStageKinds])
const hours = Type.Number({ minimum: 0 })

const range = { p10Hours: hours, p50Hours: hours, p90Hours: hours }
const share = Type.Number({ minimum: 0, maximum: 1 })

/** What is expected of customs, and why. Reasons are codes with facts, for the face to word. */
export const EtaCustoms = Type.Object({
  country: Country,
  office: nullable(Type.String()),
  state: Type.Enum([...customsStates], { description: '`draft` where nothing was told' }),
  since: nullable(Instant),
  hours: Type.Object(range, { description: 'from lodging to release, or from when the goods are there where it is not lodged' }),
  left: nullable(Type.Object(range, { description: 'from now to release; null where it is over' })),
  channels: Type.Object({ released: share, documents: share, examination: share }),
  basis: Type.Object(
    { level: Type.String(), outcomes: Type.Number({ minimum: 0 }) },
    { description: 'the narrowest group of past clearances that carries weight, and how many they are; older ones count less' },
  ),
  reasons: Type.Array(Type.Object({ code: Type.String() }, { additionalProperties: true })),
})

/** Hours are of the whole stage; of one that is over, what it took. Of customs they are what it adds to the wait beside it. */
export const EtaStage = Type.Object({
  sequence,
  kind,
  state: Type.Enum(['done', 'running', 'ahead']),
  ...range,
  shareOfSpread: Type.Number({ description: 'how much of what is not known of the arrival is not known of this stage' }),
  basis: nullable(
    Type.Object(
      { group: Type.Enum(['lane', 'destination', 'all', 'none']), journeys: Type.Integer({ minimum: 0 }) },
      { description: 'how many past stages speak for it, and how alike they are; null where the plan speaks' },
    ),
  ),
  customs: Type.Optional(EtaCustoms),
})

export const MissProbability = nullable(Type.Number({ minimum: 0, maximum: 1, description: 'of arriving after what was promised' }))

/** An arrival time in its parts, and what moved it. */
export const EtaExplanation = Type.Object({
  stages: Type.Array(EtaStage, { description: 'in the order of travel' }),
  changes: nullable(
    Type.Object({
      since: Instant,
      against: Type.Enum(['day-before', 'first'], {
        description: 'the arrival time shown a day before; the first one where that is younger',
      }),
      stages: Type.Array(Type.Object({ sequence, kind, hours: Type.Number({ description: 'longer by, below 0 shorter by' }) })),
    }),
  ),
})
export type EtaExplanation = Type.Static<typeof EtaExplanation>

/** An arrival time that was shown, and of what it was made. */
export const KeptEta = Type.Object({
  p10: Instant,
  p50: Instant,
  p90: Instant,
  computedAt: Instant,
  missProbability: MissProbability,
  stages: nullable(Type.Array(EtaStage)),
})
export const EtaHistory = Type.Object({ items: Type.Array(KeptEta, { description: 'oldest first' }) })
export type EtaHistory = Type.Static<typeof EtaHistory>
export const EtaHistoryQuery = Type.Object({
  since: Type.Optional(Instant),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, description: 'the newest so many; 500 where nothing is said' })),
})

export const ImportedStages = Type.Object({
  stages: Type.Integer({ minimum: 0, description: 'in the file' }),
  imported: Type.Integer({ minimum: 0, description: 'of them, those that were not known' }),
})
