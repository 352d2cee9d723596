import type { PartnerScorePoint } from '@lading/shared/contract/partner'
import { formatDay } from '../../format/day.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'

/** How the score went, with its interval; said in words for whoever does not see it. */
export const ScoreLine = ({ points }: { points: PartnerScorePoint[] }) => {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const [from, until] = [Date.parse(first.at), Date.parse(last.at)]
  const least = Math.max(0, Math.floor(Math.min(...points.map(({ low }) => low)) * 10) / 10)
  const x = ({ at }: PartnerScorePoint) => ((Date.parse(at) - from) / Math.max(1, until - from)) * 300
  const y = (score: number) => 76 - ((score - least) / (1 - least)) * 72
  const along = (of: PartnerScorePoint[], score: (point: PartnerScorePoint) => number) =>
    of.map((point) => `${x(point).toFixed(1)},${y(score(point)).toFixed(1)}`).join(' ')
  return (
    <figure class="partner-line">
      <svg
        viewBox="0 0 300 80"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('partners.line', {
          ...{ from: formatDay(first.at), first: formatPercent(first.score), until: formatDay(last.at), last: formatPercent(last.score) },
        })}
      >
        <polygon
          class="partner-line-band"
          points={`${along(points, ({ high }) => high)} ${along(points.toReversed(), ({ low }) => low)}`}
        />
        <polyline class="partner-line-score" points={along(points, ({ score }) => score)} />
      </svg>
      <figcaption>
        <span>{formatDay(first.at)}</span>
        <span>{t('partners.line-scale', { least: formatPercent(least) })}</span>
        <span>{formatDay(last.at)}</span>
      </figcaption>
    </figure>
  )
}
