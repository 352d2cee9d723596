import type { EtaExplanation } from '@lading/shared/contract/eta'
import { channels } from '@lading/shared/domain/customs-channel'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { sayReason } from './say-reason.ts'

export type Customs = NonNullable<EtaExplanation['stages'][number]['customs']>
type Hours = Customs['hours']

const hourMs = 3_600_000

/** What customs is expected to do, how long that takes, and what says so. */
export const Expectation = ({ customs: { channels: shares, hours, left, reasons } }: { customs: Customs }) => (
  <div class="customs-expectation">
    <h4>{t('customs.expected')}</h4>
    <ul class="customs-channels">
      {channels.map((channel) => (
        <li key={channel}>
          <span>{t(`customs-channel.${channel}`)}</span>
          <span class="risk-bar" aria-hidden="true">
            <span style={{ width: `${Math.round(shares[channel] * 100)}%` }} />
          </span>
          <span class="customs-share">{formatPercent(shares[channel])}</span>
        </li>
      ))}
    </ul>
    <p>{left ? sayHours('customs.left', left) : sayHours('customs.took', hours)}</p>
    {left && <p class="customs-whole">{sayHours('customs.whole', hours)}</p>}
    {reasons.length > 0 && (
      <ul class="customs-reasons" aria-label={t('customs.reasons')}>
        {reasons.flatMap((reason, index) => {
          const said = sayReason(reason)
          // A reason that came with a later platform has no words here yet, and is passed over.
          return said ? [<li key={`${reason.code} ${index}`}>{said}</li>] : []
        })}
      </ul>
    )}
  </div>
)

const sayHours = (key: 'customs.left' | 'customs.took' | 'customs.whole', { p10Hours, p50Hours, p90Hours }: Hours) =>
  t(key, { least: duration(p10Hours), middle: duration(p50Hours), most: duration(p90Hours) })

const duration = (hours: number) => formatDuration(hours * hourMs)
