import { claimDecisions, claimEntryKinds, claimKinds, claimStates } from '@lading/shared/domain/claim'
import { bigint, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { partner } from './partner-register.ts'
import { shipment } from './shipment.ts'
import { purchaseOrder } from './supply.ts'

export const claimKindEnum = pgEnum('claim_kind', claimKinds)
export const claimStateEnum = pgEnum('claim_state', claimStates)
export const claimDecisionEnum = pgEnum('claim_decision', claimDecisions)
export const claimEntryKindEnum = pgEnum('claim_entry_kind', claimEntryKinds)

/** What is claimed of a partner, or by one of its own score, as it stands; how it came to that is in its entries. */
export const claim = pgTable(
  'claim',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    number: text('number').notNull().unique(),
    kind: claimKindEnum('kind').notNull(),
    state: claimStateEnum('state').notNull().default('opened'),
    partnerCode: text('partner_code')
      .notNull()
      .references(() => partner.code, { onDelete: 'cascade' }),
    shipmentId: uuid('shipment_id').references(() => shipment.id, { onDelete: 'set null' }),
    orderId: uuid('order_id').references(() => purchaseOrder.id, { onDelete: 'set null' }),
    /** Of a score: which piece of evidence is said to be wrong. */
    evidenceId: text('evidence_id'),
    claimedMinorUnits: bigint('claimed_minor_units', { mode: 'number' }),
    offeredMinorUnits: bigint('offered_minor_units', { mode: 'number' }),
    agreedMinorUnits: bigint('agreed_minor_units', { mode: 'number' }),
    currency: text('currency'),
    description: text('description').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** Until when the next move is due; nothing at the end. */
    dueAt: instant('due_at'),
    /** The first deadline that the respondent let pass. */
    lateAt: instant('late_at'),
    decision: claimDecisionEnum('decision'),
    decidedAt: instant('decided_at'),
    /** How many entries there are, and the hash of the last one. */
    entries: integer('entries').notNull(),
    head: text('head').notNull(),
  },
  (table) => [
    index('claim_opened').on(table.openedAt, table.id),
    index('claim_partner').on(table.partnerCode),
    index('claim_shipment').on(table.shipmentId),
    index('claim_due').on(table.dueAt),
  ],
)

/** What was written down of a claim, each with the hash of what came before. Rows are only ever added. */
export const claimEntry = pgTable(
  'claim_entry',
  {
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claim.id, { onDelete: 'cascade' }),
    sequence: integer('sequence').notNull(),
    at: instant('at').notNull(),
    /** No references: an account that goes must not change what was hashed. */
    by: uuid('by'),
    partner: text('partner'),
    kind: claimEntryKindEnum('kind').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.sequence] })],
)

/** What was known when a pack was made, as canonical JSON; its hash is in the entry of the same number. */
export const claimPack = pgTable(
  'claim_pack',
  {
    claimId: uuid('claim_id')
      .notNull()
      .references(() => claim.id, { onDelete: 'cascade' }),
    sequence: integer('sequence').notNull(),
    contents: text('contents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.sequence] })],
)
