import type { DutyBill, Payment, ShipmentDuties } from '@lading/shared/contract/payment'
import { holdsMoney, stateAt } from '@lading/shared/domain/payment'
import { asc, desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { dutyBill, payment, paymentEvent, refund } from '../schema/payment.ts'
import { user } from '../schema/user.ts'
import { type BillRow, billState, type PaymentRow } from './bill.ts'

type RefundRow = typeof refund.$inferSelect
type EventRow = typeof paymentEvent.$inferSelect
type Person = { id: string; name: string } | null

/** What is due on a shipment and was before, and all tries to pay it with what became of them. */
export const dutiesOf = async (db: Db, shipmentId: string, wallNow: Date): Promise<Omit<ShipmentDuties, 'provider'>> => {
  const [bills, payments, refunds, events] = await Promise.all([
    db
      .select({ bill: dutyBill, name: user.name })
      .from(dutyBill)
      .leftJoin(user, eq(user.id, dutyBill.recordedBy))
      .where(eq(dutyBill.shipmentId, shipmentId))
      .orderBy(desc(dutyBill.recordedAt)),
    db.select().from(payment).where(eq(payment.shipmentId, shipmentId)).orderBy(desc(payment.openedAt)),
    db
      .select({ refund, name: user.name })
      .from(refund)
      .leftJoin(user, eq(user.id, refund.requestedBy))
      .where(eq(refund.shipmentId, shipmentId))
      .orderBy(asc(refund.requestedAt)),
    db
      .select({ event: paymentEvent })
      .from(paymentEvent)
      .innerJoin(payment, eq(payment.id, paymentEvent.paymentId))
      .where(eq(payment.shipmentId, shipmentId))
      .orderBy(asc(paymentEvent.id)),
  ])
  const shown = bills.map(({ bill, name }) =>
    toBill(
      bill,
      payments.filter(({ billId }) => billId === bill.id),
      by(bill.recordedBy, name),
      wallNow,
    ),
  )
  return {
    bill: shown.find(({ withdrawnAt }) => withdrawnAt === null) ?? null,
    earlier: shown.filter(({ withdrawnAt }) => withdrawnAt !== null),
    payments: payments.map((each) =>
      toPayment(
        each,
        refunds
          .filter((one) => one.refund.paymentId === each.id)
          .map((one) => ({ ...one.refund, by: by(one.refund.requestedBy, one.name) })),
        events.flatMap(({ event }) => (event.paymentId === each.id ? [event] : [])),
        wallNow,
      ),
    ),
  }
}

const by = (id: string | null, name: string | null): Person => (id !== null && name !== null ? { id, name } : null)

const toBill = (bill: BillRow, payments: PaymentRow[], recorder: Person, wallNow: Date): DutyBill => {
  const { id, currency, lines, total, dueUntil, legSequence, quoteId, recordedAt, withdrawnAt } = bill
  return {
    ...{ id, state: billState(payments, wallNow), dueUntil, legSequence, quoteId, by: recorder },
    lines: lines.map(({ kind, name, minorUnits }) => ({ kind, name, amount: { minorUnits, currency } })),
    total: { minorUnits: total, currency },
    recordedAt: recordedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }
}

const toPayment = (row: PaymentRow, refunds: (RefundRow & { by: Person })[], events: EventRow[], wallNow: Date): Payment => {
  const { id, billId, provider, currency } = row
  const sum = (states: RefundRow['state'][]) =>
    refunds.reduce((total, { state, minorUnits }) => total + (states.includes(state) ? minorUnits : 0), 0)
  const money = (minorUnits: number) => ({ minorUnits, currency })
  return {
    ...{ id, billId, provider, state: stateAt(row, wallNow), stateAt: row.stateAt.toISOString() },
    amount: money(row.minorUnits),
    refunded: money(sum(['done'])),
    refundable: money(holdsMoney(row.state) ? row.minorUnits - sum(['done', 'requested']) : 0),
    openedAt: row.openedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    events: events.map(({ kind, occurredAt, receivedAt, became }) => ({
      ...{ kind, occurredAt: occurredAt.toISOString(), receivedAt: receivedAt.toISOString(), became },
    })),
    refunds: refunds.map((each) => ({
      ...{ id: each.id, state: each.state, amount: money(each.minorUnits), reason: each.reason, by: each.by },
      requestedAt: each.requestedAt.toISOString(),
      settledAt: each.settledAt?.toISOString() ?? null,
    })),
  }
}
