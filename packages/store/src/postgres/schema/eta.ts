import type { AddedUpHours, EtaStage } from '@lading/shared/domain/eta'
import { doublePrecision, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

/** Every arrival time ever shown, so that it can be scored when the truth arrives. */
export const eta = pgTable(
  'eta',
  {
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    computedAt: instant('computed_at').notNull(),
    p10: instant('p10').notNull(),
    p50: instant('p50').notNull(),
    p90: instant('p90').notNull(),
    missProbability: doublePrecision('miss_probability'),
    /** The parts it was made of. */
    stages: jsonb('stages').$type<EtaStage[]>(),
    /** What they added up to, in hours from then, before it was made worth what it claims. */
    addedUp: jsonb('added_up').$type<AddedUpHours>(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.computedAt] })],
)
