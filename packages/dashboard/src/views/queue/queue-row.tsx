import { formatPercent } from '../../format/percent.ts'
import { formatDuration } from '../../format/relative.ts'
import { alertText } from '../../i18n/alert.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { address } from '../../state/address.ts'
import { nowMs } from '../../state/clock.ts'
import { mayAct } from '../../state/people.ts'
import type { QueueEntry } from '../../state/queue.ts'
import { chosenIds } from '../../state/queue-cursor.ts'
import { queueKinds } from '../../state/queue-kinds.ts'
import { personName } from '../alerts/person-name.ts'
import { Time } from '../time.tsx'

/** One entry: what it is and since when, why, and whose it is. */
export const QueueRow = ({ entry }: { entry: QueueEntry }) => {
  const { id, kind, severity, since, alert, stock } = entry
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
      <span class="queue-message">{alert ? alertText(alert) : <StockMessage stock={stock} />}</span>
      <span class="queue-facts">
        <span class="queue-number">{alert ? alert.trackingNumber : `${stock.productName} · ${stock.warehouseName}`}</span>
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
  return <span class="queue-sure">{t('queue.likely', { percent: formatPercent(probability) })}</span>
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
