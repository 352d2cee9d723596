import type { ImportedPartners } from '@lading/shared/contract/partner'
import type { ImportedPartnerEvidence } from '@lading/shared/contract/partner-evidence'
import type { ImportedSanctions } from '@lading/shared/contract/sanctions'
import { authorised } from '../server/authorised.ts'
import { queryString, type Result } from '../server/request.ts'
import { partners } from './partners.ts'

const hand = async <Value>(path: string, method: 'POST' | 'PUT', csv: string): Promise<Result<Value>> => {
  const result = await authorised<Value>(path, { method, body: csv, type: 'text/csv' })
  if (result.ok) void partners.reload()
  return result
}

// Each is taken whole or not at all.
export const importPartners = (csv: string) => hand<ImportedPartners>('/v1/partners', 'POST', csv)
export const importPartnerEvidence = (csv: string) => hand<ImportedPartnerEvidence>('/v1/partner-evidence', 'POST', csv)

/** Takes the place of what was known of that list. */
export const importSanctions = (code: string, source: { source: string; publishedOn: string }, csv: string) =>
  hand<ImportedSanctions>(`/v1/sanctions-lists/${encodeURIComponent(code)}${queryString(source)}`, 'PUT', csv)
