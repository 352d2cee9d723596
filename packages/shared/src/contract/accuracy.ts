import Type from 'typebox'
import { accuracyGroups, backtestGroups } from '../domain/accuracy.ts'
import { modelNames, predictionKinds } from '../domain/model.ts'
import { Id, Instant } from './common.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** Errors in hours for arrivals and clearance, in pieces for demand. */
export const Figures = Type.Object({
  cases: Type.Integer(),
  meanError: Type.Number({ description: 'mean absolute error of P50' }),
  medianError: Type.Number({ description: 'half of the errors were smaller' }),
  bias: Type.Number({ description: 'mean of P50 less what happened: above 0 where predictions were too high' }),
  coverage: Type.Number({ description: 'share of what happened between P10 and P90; 0.8 is claimed' }),
  pinball: Type.Number({ description: 'pinball loss, mean over P10, P50 and P90' }),
})

export const AccuracyRow = Type.Object({
  name: nullable(Type.String({ description: 'of the group; null for all together' })),
  ...Figures.properties,
  things: Type.Integer({ description: 'shipments, or products in warehouses; cases of one of them are not independent' }),
  coverageFrom: Type.Number({ description: 'the share lies from here …' }),
  coverageUntil: Type.Number({ description: '… to here with 95 % confidence, each thing counted as one try' }),
  naiveError: nullable(Type.Number({ description: 'mean absolute error of the naive rule' })),
  improvement: nullable(Type.Number({ description: 'by which share the error is smaller than that of the naive rule on the same cases' })),
  before: nullable(
    Type.Object(
      { cases: Type.Integer(), meanError: Type.Number(), coverage: Type.Number() },
      { description: 'in the span of the same length before' },
    ),
  ),
})
export type AccuracyRow = Type.Static<typeof AccuracyRow>

export const AccuracyQuery = Type.Object({
  kind: Type.Enum([...predictionKinds]),
  by: Type.Optional(Type.Enum([...accuracyGroups])),
  since: Type.Optional(Type.String({ format: 'date-time', description: 'from when the truth came; 30 days ago where it is not given' })),
})
export type AccuracyQuery = Type.Static<typeof AccuracyQuery>

export const Accuracy = Type.Object({
  kind: Type.Enum([...predictionKinds]),
  since: Instant,
  until: Instant,
  coverageClaimed: Type.Number(),
  all: nullable(AccuracyRow),
  items: Type.Array(AccuracyRow, { description: 'the groups with the most cases first, 500 at the most; none where `by` is not given' }),
  nextTruthAt: nullable(Type.String({ format: 'date-time', description: 'when the next arrival is expected, after which more is known' })),
})
export type Accuracy = Type.Static<typeof Accuracy>

export const BacktestQuery = Type.Object({
  model: Type.Enum([...modelNames]),
  by: Type.Optional(
    Type.Enum([...backtestGroups], { description: 'all parts of the test together, by its groups; of demand by product or warehouse too' }),
  ),
})

/** What the whole test showed of a group beside the naive rule. */
export const BacktestGroup = Type.Object({
  name: Type.String(),
  cases: Type.Integer(),
  meanError: Type.Number(),
  bias: Type.Number(),
  coverage: Type.Number(),
  naiveError: nullable(Type.Number()),
  improvement: nullable(Type.Number({ description: 'by which share the error is smaller than that of the naive rule on the same cases' })),
  verdict: Type.Enum(['better', 'worse', 'undecided', 'too-few'], { description: 'by more than chance, or not' }),
  uses: Type.Enum(['model', 'naive'], { description: 'which of the two is used for the group' }),
})
export type BacktestGroup = Type.Static<typeof BacktestGroup>

/** What the newest test of a model on the past showed. */
export const Backtests = Type.Object({
  runId: nullable(Id),
  items: Type.Array(
    Type.Object({
      part: Type.String({ description: 'of the test: such as a window of time, from-until in milliseconds UTC' }),
      group: Type.String({ description: 'such as a lane; empty for all of the part' }),
      testedAt: Instant,
      figures: nullable(Figures),
      naiveError: nullable(Type.Number()),
    }),
  ),
  groups: Type.Array(BacktestGroup, { description: 'the worst beside the naive rule first; none where `by` is not given' }),
})
export type Backtests = Type.Static<typeof Backtests>
