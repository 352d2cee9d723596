import { loadAlerts } from '../../data/risk/alerts.ts'
import { t } from '../../i18n/t.ts'
import { goCurrencies } from '../../state/address/currencies.ts'
import { noFilter } from '../../state/address/filter.ts'
import { address, go, queueTabs, selectedId } from '../../state/address/live-map.ts'
import { goPartners } from '../../state/address/partners.ts'
import { goStock } from '../../state/address/stock.ts'
import { pane } from '../../state/pane.ts'
import { mayAct } from '../../state/people.ts'
import { alertsLoad } from '../../state/queue/alerts.ts'
import { chosenIds, cursorId, toggleChosen } from '../../state/queue/cursor.ts'
import { type QueueEntry, queue, queueOf } from '../../state/queue/queue.ts'
import { isFiltered } from '../../state/shipment/listed.ts'
import { select } from '../../state/shipment/select.ts'
import { CountBar } from '../parts/count-bar.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { VirtualListbox } from '../parts/virtual-listbox.tsx'
import { QueueActions } from './queue-actions.tsx'
import { QueueRow } from './queue-row.tsx'
import { Said } from './said.tsx'

/** What needs a hand, the most urgent first: why, since when and how sure, and what can be done about it. */
export const AttentionQueue = () => (
  <>
    <Tabs />
    <Entries />
    <Said />
  </>
)

const Tabs = () => (
  <div class="queue-tabs">
    <fieldset class="segments">
      <legend class="unseen">{t('queue.part')}</legend>
      {queueTabs.map((tab) => (
        <button key={tab} type="button" class="segment" aria-pressed={address.value.tab === tab} onClick={() => go({ tab })}>
          {t(`queue.${tab}`)}
          <span class="segment-count">{t('figure', { count: queueOf(tab).length })}</span>
        </button>
      ))}
    </fieldset>
    <label class="check">
      <input type="checkbox" checked={address.value.mine} onChange={({ currentTarget }) => go({ mine: currentTarget.checked })} />
      <span>{t('queue.mine')}</span>
    </label>
  </div>
)

const open = ({ alert, stock, currency, claim }: QueueEntry) => {
  if (alert) select(alert.shipmentId, 'attention')
  else if (currency) goCurrencies(currency.currency)
  else if (claim) goPartners({ view: 'claims', claim: claim.id })
  else goStock({ selected: { product: stock.product, warehouse: stock.warehouse } })
}

const Entries = () => {
  if (alertsLoad.value.status === 'failed')
    return <FailureNote what={t('queue.failed')} failure={alertsLoad.value.failure} onRetry={() => void loadAlerts()} />
  if (alertsLoad.value.status === 'loading')
    return (
      <p class="note" role="status">
        {t('queue.loading')}
      </p>
    )
  if (queue.value.length === 0) return <Nothing />
  return (
    <>
      {mayAct.value ? <QueueActions /> : <CountBar ordered={false} text={t('queue.entries', { count: queue.value.length })} />}
      <p class="unseen" id="queue-keys">
        {t('queue.keys')}
      </p>
      <VirtualListbox
        label={t('queue.title')}
        describedBy="queue-keys"
        items={queue.value}
        idOf={({ id }) => id}
        selectedId={queue.value.find(({ id, alert }) => alert && alert.shipmentId === selectedId.value && id === cursorId.value)?.id}
        rowHeight={96}
        onOpen={open}
        cursor={cursorId}
        {...(mayAct.value && { chosen: chosenIds.value, onChoose: ({ id, alert }: QueueEntry) => alert && toggleChosen(id) })}
      >
        {(entry) => <QueueRow entry={entry} />}
      </VirtualListbox>
    </>
  )
}

const Nothing = () => {
  const { tab, mine } = address.value
  if (!isFiltered.value && !mine)
    return (
      <p class="note" tabIndex={-1}>
        {t(`queue.empty-${tab}`)}
      </p>
    )
  return (
    <div class="note" role="status" tabIndex={-1}>
      <p>{t('queue.no-match')}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          go({ filter: noFilter, mine: false })
          pane.value = 'attention'
        }}
      >
        {t('action.clear-filter')}
      </button>
    </div>
  )
}
