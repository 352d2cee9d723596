import type { Accuracy, AccuracyRow } from '@lading/shared/contract/accuracy'
import { formatChange, formatError, formatShare } from '../../format/amount.ts'
import { formatDay, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { coverageVerdict, driftOf } from '../../state/accuracy.ts'
import { CoverageBar } from './coverage-bar.tsx'

/** As many as a test on the past takes to decide anything. */
const enoughThings = 30

/** The three things to know: how far off predictions typically are, whether intervals keep their word, and what the model is worth. */
export const Headline = ({ all, accuracy: { kind, since, coverageClaimed } }: { all: AccuracyRow; accuracy: Accuracy }) => {
  const claimed = formatShare(coverageClaimed)
  const drift = driftOf(all)
  return (
    <section class="accuracy-headline" aria-label={t('accuracy.headline')}>
      <div class="figure-card">
        <h3>{t('accuracy.typical')}</h3>
        <p class="figure-value">{formatError(all.medianError, kind)}</p>
        <p>{t('accuracy.typical-about', { mean: formatError(all.meanError, kind) })}</p>
        <p>{biasText(all, kind)}</p>
      </div>
      <div class="figure-card">
        <h3>{t('accuracy.coverage')}</h3>
        <p class="figure-value">
          {formatShare(all.coverage)} <span class="figure-aside">{t('accuracy.of-claimed', { claimed })}</span>
        </p>
        <CoverageBar row={all} claimed={coverageClaimed} />
        <p>
          {t(`accuracy-verdict.${coverageVerdict(all, coverageClaimed)}`, {
            from: formatShare(all.coverageFrom),
            until: formatShare(all.coverageUntil),
          })}
        </p>
      </div>
      <div class="figure-card">
        <h3>{t(`accuracy-beside.${kind}`)}</h3>
        <p class="figure-value">{all.improvement === null ? '–' : besideText(all.improvement)}</p>
        {all.naiveError !== null && <p>{t('accuracy.beside-about', { naive: formatError(all.naiveError, kind) })}</p>}
        {all.things < enoughThings && <p>{t('accuracy.too-few', { count: enoughThings })}</p>}
      </div>
      <div class="figure-card">
        <h3>{t('accuracy.basis')}</h3>
        <p class="figure-value">{t('figure', { count: all.cases })}</p>
        <p>{t(`accuracy-basis.${kind}`, { count: all.things, since: formatDay(Date.parse(since), viewerZone) })}</p>
        <p>{drift === null ? t('accuracy.drift-none') : t('accuracy.drift', { change: formatChange(drift) })}</p>
      </div>
    </section>
  )
}

const besideText = (improvement: number) =>
  improvement >= 0 ? t('accuracy.better', { share: formatShare(improvement) }) : t('accuracy.worse', { share: formatShare(-improvement) })

const biasText = ({ bias }: AccuracyRow, kind: Accuracy['kind']) =>
  t(bias > 0 ? `accuracy-bias-high.${kind}` : `accuracy-bias-low.${kind}`, { by: formatError(Math.abs(bias), kind) })
