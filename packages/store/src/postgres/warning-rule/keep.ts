import type { KeptWarningRule, NewWarningRule } from '@lading/shared/contract/playbook'
import { asc, eq } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { nameTaken, playbookChanged } from '../playbook/keep.ts'
import { playbook, warningRule } from '../schema/playbook.ts'

export const listWarningRules = async (db: Pick<Db, 'select'>): Promise<KeptWarningRule[]> => {
  const rows = await db.select().from(warningRule).orderBy(asc(warningRule.name))
  return rows.map(({ createdAt: _c, updatedBy: _u, updatedAt, ...rule }) => ({ ...rule, updatedAt: updatedAt.toISOString() }))
}

export const addWarningRule = (db: Db, rule: NewWarningRule, { userId, now }: Who): Promise<string> =>
  db.transaction(async (tx) => {
    await check(tx, rule)
    const [row] = await tx
      .insert(warningRule)
      .values({ ...rule, name: rule.name.trim(), createdAt: now, updatedAt: now, updatedBy: userId })
      .onConflictDoNothing()
      .returning({ id: warningRule.id })
    if (!row) throw nameTaken()
    return row.id
  })

/** Replaces it, unless somebody else did since it was looked at. */
export const changeWarningRule = (db: Db, id: string, { version, ...rule }: NewWarningRule & { version: number }, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const [before] = await tx.select().from(warningRule).where(eq(warningRule.id, id)).for('update')
    if (!before) throw noRule()
    if (before.version !== version) throw playbookChanged(before.version)
    await check(tx, rule)
    const taken = await tx.select({ id: warningRule.id }).from(warningRule).where(eq(warningRule.name, rule.name.trim()))
    if (taken.some((other) => other.id !== id)) throw nameTaken()
    await tx
      .update(warningRule)
      .set({ ...rule, name: rule.name.trim(), version: version + 1, updatedAt: now, updatedBy: userId })
      .where(eq(warningRule.id, id))
  })

/** Alerts that it opened are closed by the next look. */
export const removeWarningRule = async (db: Db, id: string) => {
  const gone = await db.delete(warningRule).where(eq(warningRule.id, id)).returning({ id: warningRule.id })
  if (gone.length === 0) throw noRule()
}

const check = async (tx: Transaction, { openAt, closeAt, quiet, playbookId }: NewWarningRule) => {
  const refuse = (path: string, message: string) => {
    throw new DomainError('not-valid', 'The rule is not valid.', [{ path, message }])
  }
  if (closeAt >= openAt) refuse('/closeAt', 'is not below openAt')
  if (quiet && quiet.from === quiet.until) refuse('/quiet/until', 'is the same as from')
  if (quiet && !isZone(quiet.zone)) refuse('/quiet/zone', 'is no zone by IANA')
  if (playbookId === null) return
  const [known] = await tx.select({ id: playbook.id }).from(playbook).where(eq(playbook.id, playbookId))
  if (!known) refuse('/playbookId', 'there is no playbook with this id')
}

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    // Not a zone is what was asked about.
    return false
  }
}

const noRule = () => new DomainError('warning-rule-not-found', 'There is no such rule.')
