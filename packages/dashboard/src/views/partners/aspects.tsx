import type { AspectScore, PartnerDetail } from '@lading/shared/contract/partner'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { Range, TrendSaid } from './score.tsx'
import { ScoreLine } from './score-line.tsx'

/** What is to be expected of a partner, as a whole and by aspect, with how sure that is and what its kind does. */
export const Aspects = ({ partner: { score, aspects, scores } }: { partner: PartnerDetail }) => (
  <section class="detail-section">
    <h3>{t('partner-column.score')}</h3>
    {!score && <p class="section-note">{t('partners.no-score')}</p>}
    {score && (
      <>
        <p class="partner-whole">
          <strong>{formatPercent(score.score)}</strong>{' '}
          {t('partners.interval', { low: formatPercent(score.low), high: formatPercent(score.high), kind: formatPercent(score.kindScore) })}{' '}
          <TrendSaid score={score} />
        </p>
        <ScoreLine points={scores} />
        <ul class="partner-aspects">
          {aspects.map((aspect) => (
            <Aspect key={aspect.aspect} aspect={aspect} />
          ))}
        </ul>
        <p class="section-note">{t('partners.score-about')}</p>
      </>
    )}
  </section>
)

const Aspect = ({ aspect }: { aspect: AspectScore }) => (
  <li>
    <span class="partner-aspect-name">{t(`partner-aspect.${aspect.aspect}`)}</span>
    <Range {...aspect} />
    <span class="partner-aspect-mean">{formatPercent(aspect.mean)}</span>
    <small>
      {t('partners.aspect-about', {
        ...{ low: formatPercent(aspect.low), high: formatPercent(aspect.high), kind: formatPercent(aspect.kindMean) },
        ...{ bad: aspect.bad, count: aspect.observations, points: Math.round(aspect.contribution * 1000) / 10 },
      })}
    </small>
  </li>
)
