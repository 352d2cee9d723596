import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { address, type LeftView } from '../../state/address/live-map.ts'
import { queueOf } from '../../state/queue/queue.ts'
import { showLeft } from '../../state/show-left.ts'
import { Filters } from '../filters/filters.tsx'
import { AttentionQueue } from '../queue/attention-queue.tsx'
import { ShipmentList } from '../shipments/list.tsx'

/** The list of shipments, or the queue of what needs attention. */
export const LeftPane = () => (
  <section class="left-pane" aria-label={t(address.value.view === 'list' ? 'list.title' : 'queue.title')}>
    <div class="tabs">
      <Tab view="list" text={t('pane.list')} />
      <Tab view="attention" text={t('pane.attention')} count={queueOf('open').length} />
    </div>
    <Filters />
    {address.value.view === 'list' ? <ShipmentList /> : <AttentionQueue />}
  </section>
)

const Tab = ({ view, text, count }: { view: LeftView; text: string; count?: number }) => (
  <button type="button" class="tab" aria-pressed={address.value.view === view} onClick={() => showLeft(view)}>
    <Icon name={view === 'list' ? 'list' : 'bell'} />
    {text}
    {count ? <span class="count">{count}</span> : null}
  </button>
)
