import type { Clock } from '@lading/shared/clock'
import { unscoredClearances } from '@lading/store/postgres/clearance-prediction/unscored'
import { demandHistory } from '@lading/store/postgres/demand/history'
import type { Db } from '@lading/store/postgres/open'
import { keepScores } from '@lading/store/postgres/prediction-score/keep'
import { unscoredArrivals } from '@lading/store/postgres/prediction-score/unscored-arrivals'
import { unscoredForecasts } from '@lading/store/postgres/prediction-score/unscored-forecasts'
import { arrivalScores } from '../models/accuracy/arrival-scores.ts'
import { clearanceScores } from '../models/accuracy/clearance-scores.ts'
import { demandScores } from '../models/accuracy/demand-scores.ts'
import { hourMs } from '../models/fix.ts'

type Deps = { db: Db; clock: Clock }

/** What one run scores at the most at once, and how often in a row; the rest waits for the next one. */
const shipmentsAtOnce = 50
const roundsMax = 20
const forecastsAtOnce = 5_000
/** Days end once a day in each zone; what could not be scored is not asked for all the time. */
const demandEveryMs = hourMs

/** Scores the predictions whose truth has come. Found in PostgreSQL, not announced, so none is missed; run twice, it comes to the same. */
export const createScoreJob = ({ db, clock }: Deps) => {
  let demandAtMs = Number.NEGATIVE_INFINITY
  return async () => {
    await scoreArrivals(db, clock.now())
    await scoreClearances(db, clock.now())
    const now = clock.now()
    if (now.getTime() - demandAtMs < demandEveryMs) return
    await scoreDemand(db, now)
    demandAtMs = now.getTime()
  }
}

const scoreArrivals = async (db: Db, now: Date) => {
  for (let round = 0; round < roundsMax; round++) {
    const arrived = await unscoredArrivals(db, shipmentsAtOnce)
    await keepScores(
      db,
      arrived.flatMap((shipment) => arrivalScores(shipment, now)),
    )
    if (arrived.length < shipmentsAtOnce) return
  }
}

const scoreClearances = async (db: Db, now: Date) => {
  for (let round = 0; round < roundsMax; round++) {
    const released = await unscoredClearances(db, shipmentsAtOnce)
    await keepScores(
      db,
      released.flatMap((entry) => clearanceScores(entry, now)),
    )
    if (released.length < shipmentsAtOnce) return
  }
}

const scoreDemand = async (db: Db, now: Date) => {
  const forecasts = await unscoredForecasts(db, now, forecastsAtOnce)
  const byKey = Map.groupBy(forecasts, ({ product, warehouse }) => `${product} @ ${warehouse}`)
  // As far as the furthest zone is: whatever is of a day that is not over is of no forecast that has passed.
  const until = new Date(now.getTime() + 24 * hourMs).toISOString().slice(0, 10)
  for (const its of byKey.values()) {
    const [first] = its
    if (first) await keepScores(db, demandScores(its, await demandHistory(db, first, until), now))
  }
}
