import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import { keepScores } from '@lading/store/postgres/prediction-score/keep'
import { unscoredArrivals } from '@lading/store/postgres/prediction-score/unscored-arrivals'
import { arrivalScores } from '../models/accuracy/arrival-scores.ts'

type Deps = { db: Db; clock: Clock }

/** What one run scores at the most at once, and how often in a row; the rest waits for the next one. */
const shipmentsAtOnce = 50
const roundsMax = 20

/** Scores the predictions whose truth has come. Found in PostgreSQL, not announced, so none is missed; run twice, it comes to the same. */
export const createScoreJob =
  ({ db, clock }: Deps) =>
  async () => {
    for (let round = 0; round < roundsMax; round++) {
      const arrived = await unscoredArrivals(db, shipmentsAtOnce)
      await keepScores(
        db,
        arrived.flatMap((shipment) => arrivalScores(shipment, clock.now())),
      )
      if (arrived.length < shipmentsAtOnce) return
    }
  }
