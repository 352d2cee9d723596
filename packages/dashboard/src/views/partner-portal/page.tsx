import type { ComponentChildren } from 'preact'
import { t } from '../../i18n/t.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import type { Answer } from '../parts/use-answer.ts'

type Props<Value> = { title: string; answer: Answer<Value>; children: (value: Value) => ComponentChildren }

/** A page with what was asked for, or why it is not there. */
export const PortalPage = <Value,>({ title, answer: { value, failure, load }, children }: Props<Value>) => (
  <section class="portal-page" aria-labelledby="portal-page-title">
    <h2 id="portal-page-title" tabIndex={-1}>
      {title}
    </h2>
    {failure && <FailureNote what={t('portal.failed')} failure={failure} onRetry={load} />}
    {value.value === undefined && !failure && <p role="status">{t('app.loading')}</p>}
    {value.value !== undefined && children(value.value)}
  </section>
)
