import { afterPeoplesMinutes } from '@lading/shared/clock'
import type { PlaybookRun } from '@lading/shared/contract/playbook'
import { messageAbout, type StepOutcome } from '@lading/shared/domain/playbook'
import { and, asc, count, desc, eq, getTableColumns, inArray, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { alert } from '../schema/alert.ts'
import { playbook, playbookRun, playbookRunStep } from '../schema/playbook.ts'
import { user } from '../schema/user.ts'
import { noPlaybook } from './keep.ts'
import { isAbout, nameOf, type Subject, subjectOf } from './subject.ts'

/** Platform time, and how many times as fast as that of people it runs. */
export type Moment = { now: Date; speed?: number | undefined }

/** Begins a playbook for an alert or a currency, with the deadlines of its steps; nothing where it has begun already, also in a race. */
export const startPlaybook = async (
  tx: Transaction,
  subject: Subject,
  playbookId: string,
  startedBy: string | null,
  { now, speed }: Moment,
) => {
  const [found] = await tx.select().from(playbook).where(eq(playbook.id, playbookId))
  const about = await nameOf(tx, subject)
  if (!found || about === undefined) return undefined
  const [run] = await tx
    .insert(playbookRun)
    .values({ ...subject, playbookId, name: found.name, startedAt: now, startedBy })
    .onConflictDoNothing()
    .returning({ id: playbookRun.id })
  if (!run) return undefined
  await tx.insert(playbookRunStep).values(
    found.steps.map(({ title, owner, withinMinutes, message }, position) => ({
      ...{ runId: run.id, position, title, owner, message: message ? messageAbout(message, about) : null },
      dueAt: afterPeoplesMinutes(now, withinMinutes, speed),
    })),
  )
  return run.id
}

/** The same when a person asks: says why not. Whether a currency is warned of is for the caller to know. */
export const askForPlaybook = (db: Db, subject: Subject, playbookId: string, userId: string, moment: Moment): Promise<string> =>
  db.transaction(async (tx) => {
    if ('alertId' in subject) await refuseClosed(tx, subject.alertId)
    const [known] = await tx.select({ id: playbook.id }).from(playbook).where(eq(playbook.id, playbookId))
    if (!known) throw noPlaybook()
    const id = await startPlaybook(tx, subject, playbookId, userId, moment)
    if (!id) throw new DomainError('playbook-begun', 'It has begun for this already.')
    return id
  })

const refuseClosed = async (tx: Transaction, alertId: string) => {
  const [its] = await tx.select({ closedAt: alert.closedAt }).from(alert).where(eq(alert.id, alertId))
  if (!its) throw new DomainError('alert-not-found', 'There is no such alert.')
  if (its.closedAt) throw new DomainError('alert-state', 'The cause of the alert is gone.')
}

type Settled = { outcome: StepOutcome; note?: string | undefined }

/** A step is done, or is not needed; the run is over with its last one. What was settled stays as it is. */
export const settleStep = (db: Db, runId: string, position: number, { outcome, note }: Settled, userId: string, now: Date) =>
  db.transaction(async (tx) => {
    const [run] = await tx.select().from(playbookRun).where(eq(playbookRun.id, runId)).for('update')
    if (!run) throw new DomainError('playbook-run-not-found', 'There is no such run.')
    const which = and(eq(playbookRunStep.runId, runId), eq(playbookRunStep.position, position))
    const [step] = await tx.select().from(playbookRunStep).where(which)
    if (!step) throw new DomainError('playbook-run-not-found', 'There is no such step.')
    if (step.outcome) throw new DomainError('step-settled', 'Somebody settled this step already.')
    await tx
      .update(playbookRunStep)
      .set({ outcome, note: note ?? null, settledAt: now, settledBy: userId })
      .where(which)
    const open = await tx
      .select({ position: playbookRunStep.position })
      .from(playbookRunStep)
      .where(and(eq(playbookRunStep.runId, runId), isNull(playbookRunStep.outcome)))
    if (open.length === 0) await tx.update(playbookRun).set({ finishedAt: now }).where(eq(playbookRun.id, runId))
    return subjectOf(run)
  })

const [starter, settler] = [alias(user, 'starter'), alias(user, 'settler')]

/** Of a currency that comes and goes, more are history. */
const shownMost = 20

/** Playbooks that were begun for an alert or a currency, in the order in which they were, with where each step stands. */
export const runsOf = async (db: Db, subject: Subject): Promise<PlaybookRun[]> => {
  const runs = await db
    .select({ run: getTableColumns(playbookRun), startedBy: { id: starter.id, name: starter.name } })
    .from(playbookRun)
    .leftJoin(starter, eq(starter.id, playbookRun.startedBy))
    .where(isAbout(subject))
    .orderBy(desc(playbookRun.startedAt), desc(playbookRun.id))
    .limit(shownMost)
  if (runs.length === 0) return []
  runs.reverse()
  const steps = await db
    .select({ step: getTableColumns(playbookRunStep), settledBy: { id: settler.id, name: settler.name } })
    .from(playbookRunStep)
    .leftJoin(settler, eq(settler.id, playbookRunStep.settledBy))
    .where(
      inArray(
        playbookRunStep.runId,
        runs.map(({ run }) => run.id),
      ),
    )
    .orderBy(asc(playbookRunStep.position))
  return runs.map(({ run: { id, playbookId, name, startedAt, finishedAt }, startedBy }) => ({
    ...{ id, playbookId, name, startedBy, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
    steps: steps
      .filter(({ step }) => step.runId === id)
      .map(({ step: { position, title, owner, message, dueAt, outcome, settledAt, note }, settledBy }) => ({
        ...{ position, title, owner, message, outcome, note, settledBy },
        dueAt: dueAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      })),
  }))
}

/** Of each currency that any is under way for, how many playbooks are. */
export const unfinishedByCurrency = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db
    .select({ currency: playbookRun.currency, runs: count() })
    .from(playbookRun)
    .where(and(isNotNull(playbookRun.currency), isNull(playbookRun.finishedAt)))
    .groupBy(playbookRun.currency)
  return new Map(rows.map(({ currency, runs }) => [currency as string, runs]))
}
