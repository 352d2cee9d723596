import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'

const known = { 'view-name-taken': 'views.name-taken', 'too-many-views': 'views.too-many', 'view-of-another': 'views.of-another' } as const

/** Why a view could not be kept or changed, in words. */
export const refusal = (failure: Failure) => {
  const key = failure.kind === 'answer' ? known[failure.code as keyof typeof known] : undefined
  return key ? t(key) : failureText(failure)
}
