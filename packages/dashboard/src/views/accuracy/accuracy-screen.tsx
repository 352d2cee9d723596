import { predictionKinds } from '@lading/shared/domain/model'
import { useEffect } from 'preact/hooks'
import { followAccuracy, loadAccuracy } from '../../data/accuracy.ts'
import { formatRelative } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { accuracy } from '../../state/accuracy.ts'
import { accuracyAddress, accuracyUrl, goAccuracy } from '../../state/address/accuracy.ts'
import { nowMs } from '../../state/clock.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { AccuracyTable } from './accuracy-table.tsx'
import { BacktestTable } from './backtest-table.tsx'
import { Headline } from './headline.tsx'
import { ModelSection } from './model-section.tsx'

/** How good predictions were when the truth arrived, beside the naive rule, and which models make them. */
export const AccuracyScreen = () => {
  useEffect(followAccuracy, [])
  const { kind } = accuracyAddress.value
  return (
    <main class="scroll-screen accuracy" id="accuracy" tabIndex={-1}>
      <div class="accuracy-bar">
        <h2 class="unseen">{t('accuracy.title')}</h2>
        <nav class="device-views" aria-label={t('accuracy.kinds')}>
          {predictionKinds.map((each) => (
            <ScreenLink key={each} href={accuracyUrl({ kind: each })} current={kind === each} onGo={() => goAccuracy({ kind: each })}>
              {t(`accuracy-kind.${each}`)}
            </ScreenLink>
          ))}
        </nav>
        <p class="accuracy-about">{t(`accuracy-about.${kind}`)}</p>
      </div>
      <Figures />
      <ModelSection key={kind} />
      <BacktestTable />
    </main>
  )
}

const Figures = () => {
  const { value: now } = accuracy
  const { kind } = accuracyAddress.value
  if (now.status === 'loading')
    return (
      <p class="note" role="status">
        {t('accuracy.loading')}
      </p>
    )
  if (now.status === 'failed') return <FailureNote what={t('accuracy.failed')} failure={now.failure} onRetry={() => void loadAccuracy()} />
  const { all, nextTruthAt, kind: answered } = now.value
  // What was asked a moment ago and is another kind by now says nothing here.
  if (answered !== kind) return null
  if (!all)
    return (
      <div class="note" role="status">
        <p>{t('accuracy.nothing')}</p>
        {kind === 'arrival' && <p>{t('accuracy.first')}</p>}
        {kind === 'demand' && <p>{t('accuracy.first-day')}</p>}
        {nextTruthAt && <p>{t('accuracy.next', { when: formatRelative(Math.max(Date.parse(nextTruthAt), nowMs.value), nowMs.value) })}</p>}
      </div>
    )
  return (
    <>
      <Headline all={all} accuracy={now.value} />
      <AccuracyTable accuracy={now.value} />
    </>
  )
}
