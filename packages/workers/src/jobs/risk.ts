import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import { forgetFinished, keepRisks } from '@lading/store/postgres/risk/keep'
import { loadDueRisks } from '@lading/store/postgres/risk/load-due'
import { loadSurroundings } from '@lading/store/postgres/risk/surroundings'
import { minuteMs } from '../models/fix.ts'
import { assessRisk } from '../models/risk/assess.ts'
import { createWatch } from '../watch.ts'

type Deps = { db: Db; clock: Clock }

/** How old it may grow, in platform time, before it is computed again although nothing was told. */
const longestMs = 15 * minuteMs
/** What one look takes at once, and how often in a row; the rest waits for the next one. */
const atOnce = 100
const roundsMax = 20

/**
 * Computes what endangers the promises of shipments under way. Found in PostgreSQL, not announced, so none is missed; run twice, or by
 * two processes at once, it comes to the same.
 */
export const createRiskJob = ({ db, clock }: Deps) => {
  const watch = createWatch({ db })
  return async () => {
    await forgetFinished(db)
    const surroundings = await loadSurroundings(db, clock.now())
    const { hazards } = await watch()
    for (let round = 0; round < roundsMax; round++) {
      const now = clock.now()
      const due = await loadDueRisks(db, new Date(now.getTime() - longestMs), atOnce)
      await keepRisks(
        db,
        due.map((subject) => assessRisk({ subject, surroundings, hazards, now })),
        now,
      )
      if (due.length < atOnce) return
    }
  }
}
