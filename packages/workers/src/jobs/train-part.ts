import { besideNaive } from '@lading/models/accuracy/beside-naive'
import { figuresOf } from '@lading/models/accuracy/figures'
import type { Clock } from '@lading/shared/clock'
import type { Jobs } from '@lading/shared/jobs/names'
import { keepBacktest } from '@lading/store/postgres/backtest/keep'
import type { Db } from '@lading/store/postgres/open'
import type { TestedCase, Trainable } from '../training/trainable.ts'
import { trainableOf } from '../training/trainable-of.ts'

type Deps = { db: Db; clock: Clock; trainables: Trainable[] }

/** One piece of a test on the past: load and predict as it would have been then, compare, keep. */
export const createTrainPartJob =
  ({ db, clock, trainables }: Deps) =>
  async ({ runId, model, part }: Jobs['train-part']) => {
    const cases = await trainableOf(trainables, model).test(part)
    const groups = Map.groupBy(cases, ({ group }) => group)
    const tested = [['', cases] as [string, TestedCase[]], ...groups].map(([group, its]) => ({
      group,
      figures: figuresOf(its) ?? null,
      beside: besideNaive(its),
    }))
    await keepBacktest(db, runId, part, tested, clock.now())
  }
