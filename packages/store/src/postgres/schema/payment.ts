import { type ChargeKind, paymentProviders, paymentStates, refundStates } from '@lading/shared/domain/payment'
import { sql } from 'drizzle-orm'
import { bigint, boolean, date, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'
import { user } from './user.ts'

export const paymentStateEnum = pgEnum('payment_state', paymentStates)
export const paymentProviderEnum = pgEnum('payment_provider', paymentProviders)
export const refundStateEnum = pgEnum('refund_state', refundStates)

const minorUnits = (name: string) => bigint(name, { mode: 'number' })
const ofShipment = () =>
  uuid('shipment_id')
    .notNull()
    .references(() => shipment.id, { onDelete: 'cascade' })

/** What the border charges for a shipment, and its recipient has to pay. Never changed but for being withdrawn; one of a shipment stands. */
export const dutyBill = pgTable(
  'duty_bill',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: ofShipment(),
    /** Of the leg whose goods are not released before it is paid, where customs told of it. */
    legSequence: integer('leg_sequence'),
    currency: text('currency').notNull(),
    lines: jsonb('lines').$type<{ kind: ChargeKind; name: string; minorUnits: number }[]>().notNull(),
    total: minorUnits('total').notNull(),
    /** The last day on which it is to be paid, at the destination. */
    dueUntil: date('due_until', { mode: 'string' }),
    /** That it was taken from. */
    quoteId: uuid('quote_id'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by').references(() => user.id, { onDelete: 'set null' }),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('duty_bill_standing').on(table.shipmentId).where(sql`withdrawn_at is null`),
    index('duty_bill_of').on(table.shipmentId, table.recordedAt),
  ],
)

/** One try to pay a bill: a checkout that was opened at a provider, and what became of it. */
export const payment = pgTable(
  'payment',
  {
    id: uuid('id').primaryKey(),
    billId: uuid('bill_id')
      .notNull()
      .references(() => dutyBill.id, { onDelete: 'cascade' }),
    shipmentId: ofShipment(),
    provider: paymentProviderEnum('provider').notNull(),
    state: paymentStateEnum('state').notNull(),
    stateAt: instant('state_at').notNull(),
    minorUnits: minorUnits('minor_units').notNull(),
    currency: text('currency').notNull(),
    /** By which the provider knows the checkout, and what was paid by it; nothing until it has answered. */
    checkout: text('checkout'),
    charge: text('charge'),
    checkoutUrl: text('checkout_url'),
    openedAt: instant('opened_at').notNull(),
    /** Wall-clock time after which the checkout takes no money. */
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('payment_of').on(table.shipmentId, table.openedAt),
    // Of two who open a checkout at once, one gets that of the other.
    uniqueIndex('payment_open').on(table.billId).where(sql`state = 'checkout-opened'`),
  ],
)

/** What a provider told of a payment, once however often it tells it. Rows are never changed: the database refuses to. */
export const paymentEvent = pgTable(
  'payment_event',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    provider: paymentProviderEnum('provider').notNull(),
    /** Of the provider. */
    eventId: text('event_id').notNull(),
    paymentId: uuid('payment_id')
      .notNull()
      .references(() => payment.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    minorUnits: minorUnits('minor_units'),
    currency: text('currency'),
    /** Wall-clock time at which it happened, says the provider. */
    occurredAt: instant('occurred_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** What it made of the payment; nothing where it changed nothing. */
    became: paymentStateEnum('became'),
  },
  (table) => [uniqueIndex('payment_event_once').on(table.provider, table.eventId), index('payment_event_of').on(table.paymentId, table.id)],
)

/** Money that is given back, all of a payment or a part of it. */
export const refund = pgTable(
  'refund',
  {
    id: uuid('id').primaryKey(),
    paymentId: uuid('payment_id')
      .notNull()
      .references(() => payment.id, { onDelete: 'cascade' }),
    shipmentId: ofShipment(),
    state: refundStateEnum('state').notNull(),
    minorUnits: minorUnits('minor_units').notNull(),
    reason: text('reason').notNull(),
    /** By which the provider knows it. */
    reference: text('reference'),
    idempotencyKey: text('idempotency_key'),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: uuid('requested_by').references(() => user.id, { onDelete: 'set null' }),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('refund_of').on(table.paymentId, table.requestedAt),
    uniqueIndex('refund_once').on(table.paymentId, table.idempotencyKey).where(sql`idempotency_key is not null`),
  ],
)

/** What a payment provider asks for, as somebody entered it. */
export const paymentOffer = pgTable('payment_offer', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  /** Percentages are decimals in text, as they were entered. */
  percent: text('percent').notNull(),
  fixedMinorUnits: minorUnits('fixed_minor_units').notNull(),
  fixedCurrency: text('fixed_currency').notNull(),
  marginPercent: text('margin_percent').notNull(),
  settlementDays: integer('settlement_days').notNull(),
  currencies: text('currencies').array().notNull().default([]),
  source: text('source').notNull(),
  /** As of which day it is known. */
  asOf: date('as_of', { mode: 'string' }).notNull(),
  isExample: boolean('is_example').notNull().default(false),
  changedAt: instant('changed_at').notNull(),
})
