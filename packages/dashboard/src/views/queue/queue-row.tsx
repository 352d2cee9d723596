import type { Alert } from '@lading/shared/contract/alert'
import type { Claim } from '@lading/shared/contract/claim'
import type { CurrencyExposure } from '@lading/shared/contract/exchange-rate'
import { alertText } from '../../format/alert.ts'
import { currencyName, formatRateShare } from '../../format/currency.ts'
import { formatMoney } from '../../format/money.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration, formatRelative } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { address } from '../../state/address/live-map.ts'
import { nowMs } from '../../state/clock.ts'
import { mayAct } from '../../state/people.ts'
import { asOfNow } from '../../state/queue/as-of-now.ts'
import { chosenIds } from '../../state/queue/cursor.ts'
import { queueKinds } from '../../state/queue/kinds.ts'
import type { QueueEntry } from '../../state/queue/queue.ts'
import { personName } from '../alerts/person-name.ts'
import { Time } from '../parts/time.tsx'

/** One entry: what it is and since when, why, and whose it is. */
export const QueueRow = ({ entry }: { entry: QueueEntry }) => {
  const { id, kind, severity, since, alert } = entry
  const isChosen = chosenIds.value.has(id)
  return (
    <div class={mayAct.value ? 'queue-item queue-item-choosable' : 'queue-item'}>
      {mayAct.value &&
        (alert ? (
          <span class="row-choose" data-choose aria-hidden="true">
            <span class={isChosen ? 'box box-on' : 'box'}>{isChosen && <Icon name="check" />}</span>
          </span>
        ) : (
          <span />
        ))}
      <span class={`queue-severity severity-${severity}`}>
        <Icon name={`severity-${severity}`} />
        <span class="unseen">{t(`severity.${severity}`)}: </span>
      </span>
      <span class="queue-kind">
        <Icon name={queueKinds[kind].icon} />
        <span>{t(`alert.${kind}`)}</span>
      </span>
      <span class="queue-since">{since && <Since entry={entry} />}</span>
      <span class="queue-message">{alert ? alertText(asOfNow(alert)) : <OtherMessage entry={entry} />}</span>
      <span class="queue-facts">
        <span class="queue-number" dir="auto">
          {alert ? alert.trackingNumber : otherName(entry)}
        </span>
        <Sure entry={entry} />
        {alert && <Handling alert={alert} />}
      </span>
    </div>
  )
}

/** Since when it is there; of what was set aside, until when; of what was dealt with, when. */
const Since = ({ entry: { since, alert } }: { entry: QueueEntry }) => {
  const { tab } = address.value
  if (tab === 'snoozed' && alert?.snoozedUntil)
    return (
      <Time
        at={alert.snoozedUntil}
        text={t('queue.back', { duration: formatDuration(Date.parse(alert.snoozedUntil) - nowMs.value) })}
        focusable={false}
      />
    )
  return <Time at={(tab === 'resolved' ? alert?.resolvedAt : since) ?? ''} focusable={false} />
}

type Other = Exclude<QueueEntry, { alert: Alert }>

/** What it is about where it is no shipment. */
export const otherName = ({ stock, currency, claim }: Other) =>
  claim
    ? `${claim.number} · ${claim.partner.name}`
    : currency
      ? currencyName(currency.currency)
      : `${stock.productName} · ${stock.warehouseName}`

export const OtherMessage = ({ entry: { stock, currency, claim } }: { entry: Other }) =>
  claim ? <ClaimMessage claim={claim} /> : currency ? <CurrencyMessage currency={currency} /> : <StockMessage stock={stock} />

/** What of it is due, and when. */
const ClaimMessage = ({ claim: { kind, state, dueAt } }: { claim: Claim }) => (
  <>
    {t(`claim-kind.${kind}`)}, {t(`claim-state.${state}`)}
    {dueAt && <> · {t('claims.due', { when: formatRelative(Date.parse(dueAt), nowMs.value) })}</>}
  </>
)

/** By how much what is open costs more than when it was ordered. */
const CurrencyMessage = ({ currency: { change, open, worthThen, worthNow } }: { currency: CurrencyExposure }) => {
  if (change === null || !worthThen || !worthNow) return null
  const more = { minorUnits: worthNow.minorUnits - worthThen.minorUnits, currency: worthNow.currency }
  return <>{t('queue.currency-moved', { percent: formatRateShare(change), open: formatMoney(open), more: formatMoney(more) })}</>
}

/** How long what is there lasts. */
export const StockMessage = ({ stock: { onHand, daysOfCover } }: { stock: NonNullable<QueueEntry['stock']> }) => {
  if (onHand < 0) return <>{t('stock.below-zero')}</>
  return <>{daysOfCover === null ? t('queue.stock', { onHand }) : t('queue.stock-lasts', { onHand, days: Math.floor(daysOfCover) })}</>
}

/** On what it rests: a probability where it is predicted, a word where it was measured or told. */
const Sure = ({ entry: { kind, probability } }: { entry: QueueEntry }) => {
  const { basis } = queueKinds[kind]
  if (basis !== 'predicted') return <span class="queue-sure">{t(`queue.${basis}`)}</span>
  if (probability === null) return null
  const text = t('queue.likely', { percent: formatPercent(probability) })
  return (
    <span class="queue-sure" data-exact={text}>
      {text}
    </span>
  )
}

const Handling = ({
  alert: { acknowledgedAt, acknowledgedBy, assignedTo, comments, resolution },
}: {
  alert: NonNullable<QueueEntry['alert']>
}) => (
  <span class="queue-handling">
    {resolution && <span>{t(`resolution.${resolution}`)}</span>}
    {comments > 0 && (
      <span class="label" data-exact={t('queue.comments', { count: comments })}>
        <Icon name="comment" />
        <span class="unseen">{t('queue.comments', { count: comments })}</span>
        <span aria-hidden="true">{t('figure', { count: comments })}</span>
      </span>
    )}
    {assignedTo ? (
      <span class="label">
        <Icon name="person" />
        <span class="queue-person">{personName(assignedTo)}</span>
      </span>
    ) : (
      acknowledgedAt && (
        <span class="label" data-exact={t('alerts.acknowledged-by', { name: personName(acknowledgedBy) })}>
          <Icon name="check" />
          <span>{t('queue.seen')}</span>
        </span>
      )
    )}
  </span>
)
