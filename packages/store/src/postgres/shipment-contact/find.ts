import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { shipmentContact } from '../schema/shipment-contact.ts'
import { isSameText } from '../secret.ts'
import { factorHash } from './factor-hash.ts'

// What an unknown number and a missing contact are compared with: no hash looks like these, and the work is the same.
const nobody = { id: '00000000-0000-0000-0000-000000000000', emailHash: null, postcodeHash: null }
const noHash = '-'.repeat(64)

type Asked = { trackingNumber: string; factor: string; dataKey: string }

/**
 * The id of the shipment with this number, if the factor is the e-mail address or the postcode of its consignee. An unknown
 * number, a shipment without a contact and a wrong factor answer alike after the same work: one query, two hashes, two
 * comparisons.
 */
export const findByFactor = async (
  db: Db,
  { trackingNumber, factor, dataKey }: Asked,
  isSame = isSameText,
): Promise<string | undefined> => {
  const [found = nobody] = await db
    .select({ id: shipment.id, emailHash: shipmentContact.emailHash, postcodeHash: shipmentContact.postcodeHash })
    .from(shipment)
    .leftJoin(shipmentContact, eq(shipmentContact.shipmentId, shipment.id))
    .where(eq(shipment.trackingNumber, trackingNumber))
  const isEmail = isSame(factorHash(dataKey, found.id, 'email', factor), found.emailHash ?? noHash)
  const isPostcode = isSame(factorHash(dataKey, found.id, 'postcode', factor), found.postcodeHash ?? noHash)
  return isEmail || isPostcode ? found.id : undefined
}
