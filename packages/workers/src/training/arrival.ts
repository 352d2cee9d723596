import type { ArrivalState } from '@lading/models/arrival/arrival-model'
import { laneOf } from '@lading/models/arrival/stage'
import type { Db } from '@lading/store/postgres/open'
import { latestOutcomes } from '@lading/store/postgres/stage-outcome/read'
import { finishedStage } from '../models/eta/finished-stage.ts'
import { hourMs } from '../models/fix.ts'
import type { createLearnAside } from './learn-aside.ts'
import type { Trainable } from './trainable.ts'
import { readWindow, windowsOf, writeWindow } from './windows.ts'

/** The newest; learning takes about ten seconds a thousand. */
const stagesMost = 4_000

/** How long the stages of journeys take, learnt from those that are over, beside the plan. */
export const createArrivalTrainable = ({ db, learn }: { db: Db; learn: ReturnType<typeof createLearnAside> }): Trainable => {
  const outcomes = async () => (await latestOutcomes(db, stagesMost)).map((outcome) => ({ id: outcome.id, ...finishedStage(outcome) }))
  return {
    name: 'arrival',
    naive: 'the plan',
    isApplied: true,
    parts: async () =>
      windowsOf((await outcomes()).flatMap(({ startedAtMs }) => (startedAtMs === undefined ? [] : new Date(startedAtMs)))).map(writeWindow),
    test: async (part) => {
      const { from, until } = readWindow(part)
      const stages = (await outcomes()).map(({ id: _, ...stage }) => stage)
      const dated = stages.filter(({ startedAtMs }) => startedAtMs !== undefined) as ((typeof stages)[number] & { startedAtMs: number })[]
      const past = dated.filter(({ startedAtMs, actualHours }) => startedAtMs + actualHours * hourMs < from.getTime())
      const asked = dated.filter(({ startedAtMs }) => startedAtMs >= from.getTime() && startedAtMs < until.getTime())
      const { answers } = await learn({ past, asked: asked.map(({ actualHours: _, ...stage }) => stage) })
      return asked.flatMap((stage, at) => {
        const answer = answers[at]
        return answer ? [{ ...answer, actual: stage.actualHours, naive: stage.plannedHours ?? null, group: laneOf(stage) }] : []
      })
    },
    train: async () => {
      const past = await outcomes()
      const starts = past.flatMap(({ startedAtMs }) => startedAtMs ?? []).sort((one, other) => one - other)
      const ends = past.flatMap(({ startedAtMs, actualHours }) => (startedAtMs === undefined ? [] : startedAtMs + actualHours * hourMs))
      const { families } = await learn({ past: past.map(({ id: _, ...stage }) => stage), asked: [] })
      return {
        windowFrom: starts[0] === undefined ? null : new Date(starts[0]),
        windowTo: ends.length === 0 ? null : new Date(ends.reduce((last, end) => Math.max(last, end))),
        rows: past.length,
        state: { families, learntUntil: past.at(-1)?.id ?? 0 } satisfies ArrivalState,
      }
    },
  }
}
