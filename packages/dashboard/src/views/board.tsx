import { useEffect } from 'preact/hooks'
import { startBoard } from '../data/board.ts'
import { t } from '../i18n/t.ts'
import { MapPane } from '../map/map-pane.tsx'
import { selectedId } from '../state/address.ts'
import { pane } from '../state/pane.ts'
import { screen } from '../state/screen.ts'
import { deselect } from '../state/select.ts'
import { AccuracyScreen } from './accuracy/accuracy-screen.tsx'
import { Announcer } from './announcer.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { CustomsScreen } from './customs/customs-screen.tsx'
import { DetailPane } from './detail/detail-pane.tsx'
import { closeDevice } from './devices/device-drawer.tsx'
import { DevicesScreen } from './devices/devices-screen.tsx'
import { Header } from './header.tsx'
import { LeftPane } from './left-pane.tsx'
import { OfflineNote } from './offline-note.tsx'
import { closeStock } from './stock/stock-drawer.tsx'
import { StockScreen } from './stock/stock-screen.tsx'

const leave = () => {
  if (screen.value === 'stock') {
    closeStock()
    document.querySelector<HTMLElement>('.stock-open')?.focus()
  } else if (screen.value === 'devices') {
    closeDevice()
    document.querySelector<HTMLElement>('.device-open[tabindex="0"]')?.focus()
  } else if (screen.value === 'map') {
    deselect()
    document.querySelector<HTMLElement>('.listbox')?.focus()
  }
}

const onKeyDown = (event: KeyboardEvent) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
  // A dialog closes by itself, and only itself.
  if (document.querySelector('dialog[open]')) return
  if (event.key === 'Escape' && !event.defaultPrevented && !typing) leave()
  if (event.key === '/' && !typing) {
    event.preventDefault()
    document.getElementById('search')?.focus()
  }
}

const skips = {
  map: { to: '#search', text: 'app.skip-to-list' },
  devices: { to: '#search', text: 'app.skip-to-devices' },
  customs: { to: '#search', text: 'app.skip-to-customs' },
  stock: { to: '#search', text: 'app.skip-to-stock' },
  accuracy: { to: '#accuracy', text: 'app.skip-to-accuracy' },
} as const

/** The screens and what stands around them; the data goes on while one changes to the other. */
export const Board = () => {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    const stop = startBoard()
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [])
  return (
    <div class="board" data-pane={screen.value === 'map' ? pane.value : undefined} data-detail={selectedId.value !== undefined}>
      <a class="skip" href={skips[screen.value].to}>
        {t(skips[screen.value].text)}
      </a>
      <div>
        <Header />
        <OfflineNote />
      </div>
      <Shown />
      <BottomBar />
      <Announcer />
    </div>
  )
}

const screens = {
  map: () => <MapScreen />,
  devices: () => <DevicesScreen />,
  customs: () => <CustomsScreen />,
  stock: () => <StockScreen />,
  accuracy: () => <AccuracyScreen />,
}

const Shown = () => screens[screen.value]()

/** List, map and detail in step. */
const MapScreen = () => (
  <main class="panes">
    <LeftPane />
    <MapPane />
    {selectedId.value && <DetailPane key={selectedId.value} />}
  </main>
)
