import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import { go, selectedId } from '../state/address.ts'
import { type Pane, pane, panes } from '../state/pane.ts'
import { queue } from '../state/queue.ts'

const show = (next: Pane) => {
  if (next === 'list' || next === 'attention') go({ view: next })
  pane.value = next
}

const icons = { list: 'list', attention: 'bell', map: 'map', detail: 'detail' } as const

/** On a phone: which pane is shown. */
export const BottomBar = () => (
  <nav class="bottom-bar" aria-label={t('pane.switch')}>
    {panes.map((name) => (
      <button
        key={name}
        type="button"
        aria-current={pane.value === name ? 'page' : undefined}
        disabled={name === 'detail' && !selectedId.value}
        onClick={() => show(name)}
      >
        <span class="bottom-icon">
          <Icon name={icons[name]} />
          {name === 'attention' && queue.value.length > 0 && <span class="count">{queue.value.length}</span>}
        </span>
        {t(`pane.${name}`)}
      </button>
    ))}
  </nav>
)
