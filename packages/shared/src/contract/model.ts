import Type from 'typebox'
import { modelNames } from '../domain/model.ts'
import { Id, Instant } from './common.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const ModelVersion = Type.Object({
  version: Type.Integer(),
  trainedAt: Instant,
  window: nullable(
    Type.Object({ from: Instant, until: Instant }, { description: 'the outcomes it learnt from, from the first to the last' }),
  ),
  rows: Type.Integer({ description: 'how many outcomes it learnt from' }),
  metrics: Type.Record(Type.String(), nullable(Type.Number()), { description: 'what its test on the past showed' }),
  inUse: Type.Boolean({ description: 'whether predictions are made with it; where no version is in use, the naive rule is' }),
  reason: Type.String({ description: 'why it is in use, or why not, in an English sentence; `why` is for other languages' }),
  why: nullable(
    Type.Union([
      Type.Object({
        code: Type.Enum(['better', 'worse', 'undecided', 'too-few'], { description: 'what its test said of it beside the naive rule' }),
        cases: Type.Integer({ description: 'of the past that it was tested on' }),
        improvement: nullable(Type.Number({ description: 'share by which its error was smaller; below 0 where it was larger' })),
        isWatched: Type.Boolean({ description: 'whether predictions are not made with this model yet' }),
      }),
      Type.Object({ code: Type.Enum(['replaced']), by: Type.Integer({ description: 'the version that took its place' }) }),
    ]),
  ),
})
export type ModelVersion = Type.Static<typeof ModelVersion>

/** A test on the past with a training after it. Its times are wall-clock times. */
export const ModelRun = Type.Object({
  id: Id,
  state: Type.Enum(['waiting', 'running', 'done', 'failed']),
  requestedAt: Instant,
  finishedAt: nullable(Instant),
  partsDone: Type.Integer(),
  parts: nullable(Type.Integer({ description: 'of the test; not known before it starts' })),
  outcome: nullable(Type.String()),
  version: nullable(Type.Integer({ description: 'the version that was trained' })),
})
export type ModelRun = Type.Static<typeof ModelRun>

export const Model = Type.Object({
  name: Type.Enum([...modelNames]),
  isTrained: Type.Boolean({ description: 'whether it can be tested and trained by POST /v1/models/{name}/train' }),
  versions: Type.Array(ModelVersion, { description: 'newest first' }),
  run: nullable(ModelRun),
})
export type Model = Type.Static<typeof Model>
export const Models = Type.Object({ items: Type.Array(Model) })
export type Models = Type.Static<typeof Models>

export const ModelParams = Type.Object({ name: Type.Enum([...modelNames]) })
export const TrainAnswer = Type.Object({ id: Id })
export type TrainAnswer = Type.Static<typeof TrainAnswer>
