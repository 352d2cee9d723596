import { loadList, loadMore } from '../../data/shipment/list.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { noFilter } from '../../state/address/filter.ts'
import { go, selectedId } from '../../state/address/live-map.ts'
import { replayedMost } from '../../state/address/replay.ts'
import {
  chosenShipmentSet,
  chosenShipments,
  isChoosing,
  startChoosing,
  stopChoosing,
  toggleShipment,
} from '../../state/replay/chosen-shipments.ts'
import { listLoad, nextCursor } from '../../state/shipment/list-load.ts'
import { isFiltered, listed } from '../../state/shipment/listed.ts'
import { select } from '../../state/shipment/select.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { CountBar } from '../parts/count-bar.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { VirtualListbox } from '../parts/virtual-listbox.tsx'
import { replayThese } from './replay-these.ts'
import { ShipmentRow } from './row.tsx'

export const ShipmentList = () => {
  const { value: rows } = listed
  if (rows.length === 0) return <Nothing />
  return (
    <>
      {isChoosing.value ? <ChooseBar /> : <Count rows={rows.length} />}
      <p class="unseen" id="list-keys">
        {t('list.keys')}
      </p>
      <VirtualListbox
        label={t('list.title')}
        describedBy="list-keys"
        items={rows}
        idOf={({ id }) => id}
        selectedId={selectedId.value}
        rowHeight={84}
        onOpen={({ id }) => select(id, 'list')}
        chosen={isChoosing.value ? chosenShipmentSet.value : undefined}
        onChoose={({ id }) => {
          startChoosing()
          toggleShipment(id)
        }}
      >
        {(shipment) => <ShipmentRow shipment={shipment} />}
      </VirtualListbox>
      <Foot />
    </>
  )
}

const Count = ({ rows }: { rows: number }) => (
  <CountBar
    ordered
    text={isFiltered.value ? t('list.count-filtered', { count: rows, total: shipments.value.size }) : t('list.count', { count: rows })}
  >
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={t('list.choose')}
      data-exact={t('list.choose')}
      onClick={() => {
        startChoosing()
        document.querySelector<HTMLElement>('.left-pane .listbox')?.focus()
      }}
    >
      <Icon name="replay" />
    </button>
  </CountBar>
)

/** While several are being chosen: how many, and what to do with them. */
const ChooseBar = () => {
  const { value: ids } = chosenShipments
  return (
    <div class="count-bar" role="toolbar" aria-label={t('list.choose')}>
      <p role="status">{t('list.chosen', { count: ids.length, most: replayedMost })}</p>
      <button type="button" class="button button-quiet button-small" onClick={stopChoosing}>
        {t('action.cancel')}
      </button>
      <button type="button" class="button button-small button-primary" disabled={ids.length === 0} onClick={() => replayThese(ids)}>
        {t('replay.start')}
      </button>
    </div>
  )
}

const Foot = () => {
  if (listLoad.value.status === 'failed')
    return <FailureNote what={t('list.failed')} failure={listLoad.value.failure} onRetry={() => void loadList()} />
  if (nextCursor.value === null) return null
  return (
    <button type="button" class="button list-more" disabled={listLoad.value.status === 'loading'} onClick={() => void loadMore()}>
      {t(listLoad.value.status === 'loading' ? 'list.loading' : 'action.show-more')}
    </button>
  )
}

const Nothing = () => {
  if (listLoad.value.status === 'failed')
    return <FailureNote what={t('list.failed')} failure={listLoad.value.failure} onRetry={() => void loadList()} />
  if (listLoad.value.status === 'loading')
    return (
      <p class="note" role="status">
        {t('list.loading')}
      </p>
    )
  if (!isFiltered.value) return <p class="note">{t('list.empty')}</p>
  return (
    <div class="note" role="status">
      <p>{t('list.no-match')}</p>
      <button type="button" class="button" onClick={() => go({ filter: noFilter })}>
        {t('action.clear-filter')}
      </button>
    </div>
  )
}
