import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { CustomsCrossing } from '@lading/shared/domain/customs-crossing'
import { crossingOf } from '@lading/shared/domain/customs-crossing'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsEntry } from '../schema/customs.ts'
import { legsOf } from '../shipment/legs.ts'
import { type ClearanceFacts, clearanceFactsOf, type Goods } from './clearance-facts.ts'
import { goodsOf } from './goods-of.ts'
import { officeOf } from './open-entry.ts'
import { type EntryRow, toEntries } from './rows.ts'

/** A clearance that a shipment goes through: one that was declared, or where nobody has said anything yet, the one that it will need. */
export type CustomsCase = { legSequence: number; entry: CustomsEntry | null; facts: ClearanceFacts }

/** The clearances of a shipment in the order of travel, with what each is told apart by; none where nothing is declared. */
export const casesOf = async (db: Db, shipmentId: string): Promise<CustomsCase[]> => {
  const [legs, rows] = await Promise.all([
    legsOf(db, shipmentId),
    db.select().from(customsEntry).where(eq(customsEntry.shipmentId, shipmentId)).orderBy(asc(customsEntry.legSequence)),
  ])
  if (rows.length === 0 && !crossingOf(legs)) return []
  const [entries, goods] = await Promise.all([toEntries(db, rows), goodsOf(db, shipmentId)])
  return casesFrom({ ...goods, legs }, rows, entries)
}

/** The same from what was read. `rows` in the order of travel, each also among the `entries`. */
export const casesFrom = (goods: Goods, rows: EntryRow[], entries: CustomsEntry[]): CustomsCase[] => {
  const crossing = crossingOf(goods.legs)
  const undeclared = crossing && !rows.some(({ legSequence }) => legSequence === crossing.legSequence) ? [draftOf(crossing)] : []
  return [...rows, ...undeclared]
    .map((declared) => ({
      legSequence: declared.legSequence,
      entry: entries.find(({ legSequence }) => legSequence === declared.legSequence) ?? null,
      facts: clearanceFactsOf(goods, declared),
    }))
    .sort((one, other) => one.legSequence - other.legSequence)
}

const draftOf = ({ legSequence, country, place }: CustomsCrossing) => ({
  ...{ legSequence, country, office: officeOf(place), declarant: null, missingAtLodging: null },
  ...{ requiredDocuments: [], presentDocuments: [], restrictions: [] },
})
