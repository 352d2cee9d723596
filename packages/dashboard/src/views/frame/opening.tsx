import { useSignal } from '@preact/signals'
import { useCallback, useEffect } from 'preact/hooks'
import { openSession } from '../../data/server/session.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'

/** Asks who is there, and says so if nobody answers. */
export const Opening = () => {
  const failure = useSignal<Failure | undefined>(undefined)
  const open = useCallback(() => {
    failure.value = undefined
    void openSession().then((lost) => {
      failure.value = lost
    })
  }, [failure])
  useEffect(open, [open])
  return (
    <main class="opening">
      {failure.value ? <FailureNote failure={failure.value} onRetry={open} /> : <p role="status">{t('app.loading')}</p>}
    </main>
  )
}
