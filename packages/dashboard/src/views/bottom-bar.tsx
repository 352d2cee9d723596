import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import { goAccuracy } from '../state/accuracy-address.ts'
import { go, selectedId } from '../state/address.ts'
import { goDevices } from '../state/device-address.ts'
import { type Pane, pane, panes } from '../state/pane.ts'
import { queue } from '../state/queue.ts'
import { screen } from '../state/screen.ts'
import { goStock } from '../state/stock-address.ts'

const show = (next: Pane) => {
  go(next === 'list' || next === 'attention' ? { view: next } : {})
  pane.value = next
}

const icons = { list: 'list', attention: 'bell', map: 'map', detail: 'detail' } as const

/** On a phone: which pane or screen is shown. */
export const BottomBar = () => (
  <nav class="bottom-bar" aria-label={t('pane.switch')}>
    {panes.map((name) => (
      <button
        key={name}
        type="button"
        aria-current={screen.value === 'map' && pane.value === name ? 'page' : undefined}
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
    <button type="button" aria-current={screen.value === 'devices' ? 'page' : undefined} onClick={() => goDevices()}>
      <span class="bottom-icon">
        <Icon name="device" />
      </span>
      {t('screen.devices')}
    </button>
    <button type="button" aria-current={screen.value === 'accuracy' ? 'page' : undefined} onClick={() => goAccuracy()}>
      <span class="bottom-icon">
        <Icon name="accuracy" />
      </span>
      {t('screen.accuracy')}
    </button>
    <button type="button" aria-current={screen.value === 'stock' ? 'page' : undefined} onClick={() => goStock()}>
      <span class="bottom-icon">
        <Icon name="stock" />
      </span>
      {t('screen.stock')}
    </button>
  </nav>
)
