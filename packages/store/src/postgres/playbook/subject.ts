import { eq, type SQL } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { alert } from '../schema/alert.ts'
import { playbookRun } from '../schema/playbook.ts'
import { shipment } from '../schema/shipment.ts'

/** What a playbook is worked through for: an alert of a shipment, or a currency that open orders are in. */
export type Subject = { alertId: string } | { currency: string }

export const isAbout = (subject: Subject): SQL =>
  'currency' in subject ? eq(playbookRun.currency, subject.currency) : eq(playbookRun.alertId, subject.alertId)

export const subjectOf = ({ alertId, currency }: typeof playbookRun.$inferSelect): Subject =>
  currency === null ? { alertId: alertId as string } : { currency }

/** How messages call it: by the number of its shipment, or the code of the currency; nothing where there is no such alert. */
export const nameOf = async (tx: Transaction, subject: Subject): Promise<string | undefined> => {
  if ('currency' in subject) return subject.currency
  const [its] = await tx
    .select({ trackingNumber: shipment.trackingNumber })
    .from(alert)
    .innerJoin(shipment, eq(shipment.id, alert.shipmentId))
    .where(eq(alert.id, subject.alertId))
  return its?.trackingNumber
}
