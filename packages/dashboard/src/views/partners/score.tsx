import type { ListedPartner } from '@lading/shared/contract/partner'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { trendOf } from '../../state/partners.ts'

const arrows = { up: '▲', down: '▼', steady: '▬', unknown: '' } as const

export const Score = ({ score }: { score: ListedPartner['score'] }) =>
  score ? (
    <span class="partner-score">
      <Range {...score} mean={score.score} kindMean={score.kindScore} />
      {formatPercent(score.score)}
    </span>
  ) : (
    <span class="none">–</span>
  )

/** Whether it was another a month ago, in a word and a sign. */
export const TrendSaid = ({ score }: { score: Parameters<typeof trendOf>[0] }) => {
  const trend = trendOf(score)
  return (
    <span class={`partner-trend partner-trend-${trend}`}>
      <span aria-hidden="true">{arrows[trend]}</span> {t(`partner-trend.${trend}`)}
    </span>
  )
}

/** A scale from nothing to certain: the interval as a bar, what is expected as a mark, what the kind does as a thin one where it is told. */
export const Range = ({ low, high, mean, kindMean }: { low: number; high: number; mean: number; kindMean?: number }) => (
  <svg class="partner-range" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
    <rect class="partner-range-all" x="0" y="4" width="100" height="4" />
    <rect class="partner-range-interval" x={low * 100} y="2" width={Math.max(0.5, (high - low) * 100)} height="8" />
    {kindMean !== undefined && <rect class="partner-range-kind" x={kindMean * 100 - 0.5} y="0" width="1" height="12" />}
    <rect class="partner-range-mean" x={mean * 100 - 1} y="1" width="2" height="10" />
  </svg>
)
