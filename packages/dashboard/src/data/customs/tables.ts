import type { ImportedClearances, ImportedFigures } from '@lading/shared/contract/customs'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

/** Hands over a file of past clearances; all of it is taken or nothing. */
export const importClearances = (csv: string) =>
  authorised<ImportedClearances>('/v1/clearance-history', { method: 'POST', body: csv, type: 'text/csv' })

/** Hands over a table of published figures, with where it comes from. */
export const importFigures = (source: string, csv: string) =>
  authorised<ImportedFigures>(`/v1/customs/figures${queryString({ source })}`, { method: 'POST', body: csv, type: 'text/csv' })
