import { isKey, t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'

const byStatus = { 403: 'problem.refused', 404: 'problem.gone', 429: 'problem.busy' } as const

/** What went wrong and what to do, in words. */
export const failureText = (failure: Failure) => {
  if (failure.kind === 'unreachable') return t('problem.unreachable')
  const own = `problem.code.${failure.code}`
  if (isKey(own)) return t(own)
  const key = byStatus[failure.status as keyof typeof byStatus]
  return key ? t(key) : t('problem.other', { code: failure.code })
}

export const FailureNote = ({ failure, what, onRetry }: { failure: Failure; what?: string; onRetry?: () => void }) => (
  <div class="note note-failure" role="alert">
    {what && <strong>{what}</strong>}
    <p>{failureText(failure)}</p>
    {onRetry && (
      <button type="button" class="button" onClick={onRetry}>
        {t('action.retry')}
      </button>
    )}
  </div>
)
