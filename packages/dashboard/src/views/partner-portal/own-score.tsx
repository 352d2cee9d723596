import type { PartnerOwnScore } from '@lading/shared/contract/partner-portal'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { Range, TrendSaid } from '../partners/score.tsx'
import { ScoreLine } from '../partners/score-line.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { OwnEvidence } from './own-evidence.tsx'
import { PortalPage } from './page.tsx'

/** What is expected of the partner, by aspect, how that went, and every thing that it rests on. */
export const OwnScore = () => (
  <PortalPage title={t('portal.page.score')} answer={useAnswer<PartnerOwnScore>('/v1/partner/score')}>
    {({ score, aspects, history }) => (
      <>
        {!score && <p class="section-note">{t('portal.no-score')}</p>}
        {score && (
          <p class="partner-whole">
            <strong>{formatPercent(score.score)}</strong>{' '}
            {t('portal.interval', { low: formatPercent(score.low), high: formatPercent(score.high) })} <TrendSaid score={score} />
          </p>
        )}
        <p class="section-note">{t('portal.score-about')}</p>
        <ScoreLine points={history} />
        <ul class="partner-aspects">
          {aspects.map(({ aspect, mean, low, high, observations, bad }) => (
            <li key={aspect}>
              <span class="partner-aspect-name">{t(`partner-aspect.${aspect}`)}</span>
              <Range low={low} high={high} mean={mean} />
              <span class="partner-aspect-mean">{formatPercent(mean)}</span>
              <small>{t('portal.aspect-about', { low: formatPercent(low), high: formatPercent(high), bad, count: observations })}</small>
            </li>
          ))}
        </ul>
        <OwnEvidence />
      </>
    )}
  </PortalPage>
)
