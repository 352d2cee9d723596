import type { Clock } from '@lading/shared/clock'
import type { Alert } from '@lading/shared/contract/alert'
import { isSameRisk, riskLevelsOf } from '@lading/shared/domain/risk-level'
import type { Db } from '@lading/store/postgres/open'
import { forgetFinished, keepRisks, type NewRisk } from '@lading/store/postgres/risk/keep'
import { loadDueRisks } from '@lading/store/postgres/risk/load-due'
import { loadSurroundings } from '@lading/store/postgres/risk/surroundings'
import { applyWarning, escalateWarnings } from '@lading/store/postgres/risk/warn'
import { listWarningRules } from '@lading/store/postgres/warning-rule/keep'
import type { LiveChanges } from '../live-changes.ts'
import { minuteMs } from '../models/fix.ts'
import { assessRisk } from '../models/risk/assess.ts'
import { warningChanges } from '../models/risk/warning-changes.ts'
import { createWatch } from '../watch.ts'

type Deps = { db: Db; clock: Clock; wallClock: Clock; live: Pick<LiveChanges, 'shipment' | 'alerts'> }

const levelsOf = (scores: NewRisk['scores'] | null) => (scores ? riskLevelsOf(scores) : {})

/** How old it may grow, in platform time, before it is computed again although nothing was told. */
const longestMs = 15 * minuteMs
/** What one look takes at once, and how often in a row; the rest waits for the next one. */
const atOnce = 100
const roundsMax = 20

/**
 * Computes what endangers the promises of shipments under way, and warns by the rules that people made. Found in PostgreSQL, not announced, so none is missed; run twice, or by
 * two processes at once, it comes to the same.
 */
export const createRiskJob = ({ db, clock, wallClock, live }: Deps) => {
  const tell = (alerts: Alert[]) => {
    live.alerts(alerts)
    for (const { shipmentId } of alerts) live.shipment(shipmentId)
  }
  const watch = createWatch({ db })
  return async () => {
    await forgetFinished(db)
    const surroundings = await loadSurroundings(db, clock.now())
    const { hazards } = await watch()
    const rules = await listWarningRules(db)
    for (let round = 0; round < roundsMax; round++) {
      const now = clock.now()
      const due = await loadDueRisks(db, new Date(now.getTime() - longestMs), atOnce)
      const assessed = due.map((subject) => ({ subject, risk: assessRisk({ subject, surroundings, hazards, now }) }))
      for (const { subject, risk } of assessed) {
        const warning = warningChanges(subject, risk, rules, now, wallClock.now())
        if (warning) tell(await applyWarning(db, subject, warning.changes, warning.rule?.playbookId ?? null, { now, speed: clock.speed }))
      }
      // Last: whoever was not warned of because the process ended is looked at again.
      await keepRisks(
        db,
        assessed.map(({ risk }) => risk),
        now,
      )
      for (const { subject, risk } of assessed) if (!isSameRisk(levelsOf(subject.scores), levelsOf(risk.scores))) live.shipment(subject.id)
      if (due.length < atOnce) break
    }
    tell(await escalateWarnings(db, { now: clock.now(), speed: clock.speed }))
  }
}
