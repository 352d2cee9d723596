import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { draftOrder } from '../purchase-order/draft.ts'
import { expediteOrder } from '../purchase-order/expedite.ts'
import { stockProposal } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { planProposed } from '../stock-transfer/plan.ts'

type Decision = { state: 'approved' } | { state: 'rejected'; reason: string }
type Who = { userId: string; now: Date }

/**
 * Approves or rejects a proposal, once. An approved order becomes the draft of a purchase order, a transfer is planned, and of an order that
 * is expedited something else is expected from now on.
 */
export const decideProposal = (db: Db, id: string, decision: Decision, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .update(stockProposal)
      .set({
        state: decision.state,
        decidedAt: now,
        decidedBy: userId,
        decisionReason: decision.state === 'rejected' ? decision.reason : null,
      })
      .where(and(eq(stockProposal.id, id), eq(stockProposal.state, 'open')))
      .returning()
    if (!row) throw await whyNot(tx, id)
    if (decision.state === 'approved') await carryOut[row.kind](tx, row, now)
    await askForecast(tx, [row], now)
  })

const carryOut = { order: draftOrder, transfer: planProposed, expedite: expediteOrder }

const whyNot = async (tx: Transaction, id: string) => {
  const [row] = await tx.select({ state: stockProposal.state }).from(stockProposal).where(eq(stockProposal.id, id))
  return row
    ? new DomainError('proposal-decided', `The proposal is ${row.state} already.`)
    : new DomainError('proposal-not-found', 'There is no such proposal.')
}
