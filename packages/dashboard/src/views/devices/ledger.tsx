import type { DeviceLedger } from '@lading/shared/contract/device'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatDuration } from '../../format/relative.ts'
import { reasonText } from '../../i18n/reason.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { clockTrouble } from '../../state/device/health.ts'

/** What became of all that it sent, in readings. */
export const Ledger = ({ ledger }: { ledger: DeviceLedger }) => {
  const { received, stored, late, repeated, quarantined, rejected, lastReceivedAt } = ledger
  const reasons = Object.entries(rejected).toSorted(([, one], [, other]) => other - one)
  return (
    <section class="detail-section">
      <h3>{t('ledger.title')}</h3>
      <dl class="facts">
        <Figure name={t('ledger.received')} count={received} />
        <Figure name={t('ledger.stored')} count={stored} />
        {late > 0 && <Figure name={t('ledger.late')} count={late} />}
        {repeated > 0 && <Figure name={t('ledger.repeated')} count={repeated} />}
        <Figure name={t('ledger.quarantined')} count={quarantined} />
        <div>
          <dt>{t('ledger.rejected')}</dt>
          <dd>
            {reasons.length === 0 ? (
              t('ledger.none')
            ) : (
              <ul>
                {reasons.map(([reason, count]) => (
                  <li key={reason}>{t('ledger.reason', { reason: reasonText(reason), count })}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('ledger.last')}</dt>
          <dd>{formatDateTime(Date.parse(lastReceivedAt), viewerZone)}</dd>
        </div>
        <div>
          <dt>{t('ledger.clock')}</dt>
          <dd>
            <ClockSkew clockSkewS={ledger.clockSkewS} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

const Figure = ({ name, count }: { name: string; count: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{t('figure', { count })}</dd>
  </div>
)

const ClockSkew = ({ clockSkewS }: Pick<DeviceLedger, 'clockSkewS'>) => {
  if (clockSkewS === null) return t('ledger.clock-unknown')
  const trouble = clockTrouble(clockSkewS)
  if (!trouble) return t('ledger.clock-right')
  return (
    <span class="label severity-warning">
      <Icon name="severity-warning" />
      <span class="label-text">{t(`clock.${trouble}`, { by: formatDuration(clockSkewS * 1000) })}</span>
    </span>
  )
}
