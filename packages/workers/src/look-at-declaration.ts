import { checkDeclaration } from '@lading/models/customs/declaration-check/check'
import { declarationOf } from '@lading/store/postgres/declaration/declaration-of'
import { knownOf } from '@lading/store/postgres/declaration/known-of'
import type { Db } from '@lading/store/postgres/open'
import type { TrackedShipment } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Declared } from './models/alerts/rule.ts'

/** What is wrong with what will be declared of a shipment, while something can be done about it: nothing once it has left. */
export const lookAtDeclaration = async (
  db: Db,
  { id, legs, customs }: Pick<TrackedShipment, 'id' | 'legs' | 'customs'>,
  now: Date,
): Promise<Declared | undefined> => {
  if (customs.length === 0 || legs[0]?.actualDeparture) return undefined
  const declaration = (await declarationOf(db, id))?.declaration
  if (!declaration) return undefined
  return { country: declaration.country, findings: checkDeclaration(declaration, await knownOf(db, declaration, { now, except: id })) }
}
