import Type from 'typebox'
import { severities } from '../domain/alert.ts'
import { stepOutcomes } from '../domain/playbook.ts'
import { riskKinds } from '../domain/risk.ts'
import { Id, Instant, nullable } from './common.ts'
import { Person } from './geofence.ts'

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const Version = Type.Integer({ minimum: 1, description: 'to be given back with a change, so that nobody undoes another’s unseen' })
const share = { minimum: 0, maximum: 1 }

export const PlaybookStep = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description: 'what is to be done' }),
    owner: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S', description: 'by whom: a role, a desk' }),
    withinMinutes: Type.Integer({ minimum: 1, maximum: 525_600, description: 'from the start, as they pass for people' }),
    message: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2000, description: 'what is to be sent; {number} stands for the shipment, or the currency' }),
    ),
  },
  { additionalProperties: false },
)

/** What to do when something of a kind happens. */
export const Playbook = Type.Object({ id: Id, name: Name, steps: Type.Array(PlaybookStep), version: Version, updatedAt: Instant })
export type Playbook = Type.Static<typeof Playbook>
const playbookFields = { name: Name, steps: Type.Array(PlaybookStep, { minItems: 1, maxItems: 30 }) }
export const NewPlaybook = Type.Object(playbookFields, { additionalProperties: false })
export type NewPlaybook = Type.Static<typeof NewPlaybook>
export const PlaybookChange = Type.Object({ ...playbookFields, version: Version }, { additionalProperties: false })
export const Playbooks = Type.Object({ items: Type.Array(Playbook) })

export const PlaybookRun = Type.Object({
  id: Id,
  playbookId: nullable(Id),
  name: Type.String(),
  startedAt: Instant,
  startedBy: Person,
  finishedAt: nullable(Instant),
  steps: Type.Array(
    Type.Object({
      position: Type.Integer({ minimum: 0 }),
      title: Type.String(),
      owner: Type.String(),
      message: nullable(Type.String({ description: 'to be sent, about this shipment or currency' })),
      dueAt: Instant,
      outcome: nullable(Type.Enum([...stepOutcomes])),
      settledAt: nullable(Instant),
      settledBy: Person,
      note: nullable(Type.String()),
    }),
  ),
})
export type PlaybookRun = Type.Static<typeof PlaybookRun>
export const PlaybookRuns = Type.Object({ items: Type.Array(PlaybookRun) })
export const StartPlaybook = Type.Object({ playbookId: Id }, { additionalProperties: false })
export const StepParams = Type.Object({ id: Id, position: Type.Integer({ minimum: 0 }) })
export const SettleStep = Type.Object(
  { outcome: Type.Enum([...stepOutcomes]), note: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })) },
  { additionalProperties: false },
)

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const ruleFields = {
  name: Name,
  kind: nullable(Type.Enum([...riskKinds], { description: 'null: the probability that the promise is broken' })),
  openAt: Type.Number({ ...share, description: 'from this score on it opens an alert' }),
  closeAt: Type.Number({ ...share, description: 'below this one it closes it again' }),
  severity: Type.Enum([...severities]),
  quiet: nullable(
    Type.Object(
      { from: Time, until: Time, zone: Type.String({ maxLength: 60, description: 'by IANA' }) },
      { additionalProperties: false, description: 'times of the day between which it opens nothing, unless it is critical' },
    ),
  ),
  escalateAfterMinutes: nullable(
    Type.Integer({
      minimum: 1,
      maximum: 525_600,
      description: 'as they pass for people, unacknowledged, after which the alert becomes critical',
    }),
  ),
  playbookId: nullable(Type.String({ format: 'uuid', description: 'begun with the alert' })),
}
/** When a score opens an alert. */
export const KeptWarningRule = Type.Object({ id: Id, ...ruleFields, version: Version, updatedAt: Instant })
export type KeptWarningRule = Type.Static<typeof KeptWarningRule>
export const NewWarningRule = Type.Object(ruleFields, { additionalProperties: false })
export type NewWarningRule = Type.Static<typeof NewWarningRule>
export const WarningRuleChange = Type.Object({ ...ruleFields, version: Version }, { additionalProperties: false })
export const WarningRules = Type.Object({ items: Type.Array(KeptWarningRule) })

export const WarningPreviewQuery = Type.Object({
  kind: Type.Optional(Type.Enum([...riskKinds], { description: 'left out: the probability that the promise is broken' })),
  openAt: Type.Number(share),
})
/** Whom a rule would warn of as risk stands now. */
export const WarningPreview = Type.Object({
  shipments: Type.Integer({ minimum: 0 }),
  items: Type.Array(Type.Object({ shipmentId: Id, trackingNumber: Type.String(), score: Type.Number(share) }), {
    description: 'the first of them, the highest score first',
  }),
})
export type WarningPreview = Type.Static<typeof WarningPreview>

export const NewDrill = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', description: 'what is rehearsed' }),
    kind: Type.Enum([...riskKinds]),
    severity: Type.Enum([...severities]),
    playbookId: Type.Optional(Id),
  },
  { additionalProperties: false },
)
export type NewDrill = Type.Static<typeof NewDrill>
