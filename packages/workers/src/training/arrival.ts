import type { FinishedJourney } from '@lading/models/duration/journey'
import { distanceKm } from '@lading/shared/geo/distance'
import { type FinishedLeg, type FinishedPlace, finishedLegs } from '@lading/store/postgres/leg/finished'
import type { Db } from '@lading/store/postgres/open'
import { hourMs } from '../models/fix.ts'
import type { createLearnAside } from './learn-aside.ts'
import type { Trainable } from './trainable.ts'
import { readWindow, windowsOf, writeWindow } from './windows.ts'

/** The newest; learning takes about ten seconds a thousand. */
const legsMost = 3_000

/** How long a leg takes, learnt from the legs that are over, beside the plan. */
export const createArrivalTrainable = ({ db, learn }: { db: Db; learn: ReturnType<typeof createLearnAside> }): Trainable => ({
  name: 'arrival',
  naive: 'the plan',
  isApplied: false,
  parts: async () => windowsOf((await finishedLegs(db, legsMost)).map(({ departedAt }) => departedAt)).map(writeWindow),
  test: async (part) => {
    const { from, until } = readWindow(part)
    const legs = await finishedLegs(db, legsMost)
    const past = legs.filter(({ arrivedAt }) => arrivedAt < from).map(toJourney)
    const asked = legs.filter(({ departedAt }) => departedAt >= from && departedAt < until).map(toJourney)
    const { answers } = await learn({ past, asked: asked.map(({ actualHours: _, ...journey }) => journey) })
    return asked.flatMap(({ origin, destination, plannedHours, actualHours }, at) => {
      const answer = answers[at]
      return answer ? [{ ...answer, actual: actualHours, naive: plannedHours ?? null, group: `${origin} → ${destination}` }] : []
    })
  },
  train: async () => {
    const past = (await finishedLegs(db, legsMost)).map(toJourney)
    const ends = past.map(({ startedAtMs = 0, actualHours }) => startedAtMs + actualHours * hourMs)
    const { state } = await learn({ past, asked: [] })
    return {
      windowFrom: past[0]?.startedAtMs === undefined ? null : new Date(past[0].startedAtMs),
      windowTo: ends.length === 0 ? null : new Date(Math.max(...ends)),
      rows: past.length,
      state,
    }
  },
})

const toJourney = ({ mode, carrier, origin, destination, departedAt, arrivedAt, plannedHours }: FinishedLeg): FinishedJourney => ({
  startedAtMs: departedAt.getTime(),
  mode,
  carrier,
  origin: nameOf(origin),
  destination: nameOf(destination),
  plannedHours,
  distanceKm: distanceKm(origin, destination),
  actualHours: Math.max(0, (arrivedAt.getTime() - departedAt.getTime()) / hourMs),
})

/** A doorstep is its country: there are too many to learn from, and where people live is not kept. */
const nameOf = ({ code, country, kind }: FinishedPlace) => (kind === 'address' ? country : code)
