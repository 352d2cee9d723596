import { useEffect } from 'preact/hooks'
import { startBoard } from '../../data/risk/board.ts'
import { t } from '../../i18n/t.ts'
import { listenToKeys } from '../../keyboard/listen.ts'
import { followNews } from '../../notify/follow.ts'
import { selectedId } from '../../state/address/live-map.ts'
import { screen } from '../../state/address/screen.ts'
import { pane } from '../../state/pane.ts'
import { wallboard } from '../../state/wallboard.ts'
import { AccuracyScreen } from '../accuracy/accuracy-screen.tsx'
import { AlertDialogs } from '../alerts/alert-dialogs.tsx'
import { CustomsScreen } from '../customs/customs-screen.tsx'
import { DetailPane } from '../detail/detail-pane.tsx'
import { DevicesScreen } from '../devices/devices-screen.tsx'
import { MapPane } from '../map/map-pane.tsx'
import { later } from '../parts/later.tsx'
import { StockScreen } from '../stock/stock-screen.tsx'
import { Announcer } from './announcer.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { Header } from './header.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { LeftPane } from './left-pane.tsx'
import { OfflineNote } from './offline-note.tsx'
import { ScreenNav } from './screen-nav.tsx'

const Meanwhile = () => (
  <main class="note">
    <p role="status">{t('app.loading')}</p>
  </main>
)

const PartnersScreen = later(async () => (await import('../partners/partners-screen.tsx')).PartnersScreen, Meanwhile)
const RiskScreen = later(async () => (await import('../risk/risk-screen.tsx')).RiskScreen, Meanwhile)
const NetworkScreen = later(async () => (await import('../network/network-screen.tsx')).NetworkScreen, Meanwhile)
const Wallboard = later(async () => (await import('../wallboard/wallboard.tsx')).Wallboard)
const DutiesScreen = later(async () => (await import('../duties/duties-screen.tsx')).DutiesScreen, Meanwhile)
const CurrenciesScreen = later(async () => (await import('../currencies/currencies-screen.tsx')).CurrenciesScreen, Meanwhile)

const skips = {
  map: { to: '#search', text: 'app.skip-to-list' },
  devices: { to: '#search', text: 'app.skip-to-devices' },
  customs: { to: '#search', text: 'app.skip-to-customs' },
  duties: { to: '#duties', text: 'app.skip-to-duties' },
  stock: { to: '#search', text: 'app.skip-to-stock' },
  network: { to: '#network', text: 'app.skip-to-network' },
  partners: { to: '#search', text: 'app.skip-to-partners' },
  risk: { to: '#risk', text: 'app.skip-to-risk' },
  currencies: { to: '#currencies', text: 'app.skip-to-currencies' },
  accuracy: { to: '#accuracy', text: 'app.skip-to-accuracy' },
} as const

/** The screens and what stands around them; the data goes on while one changes to the other. */
export const Board = () => {
  useEffect(() => {
    const stops = [listenToKeys(), startBoard(), followNews()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  if (wallboard.value) return <Wallboard />
  return (
    <div class="board" data-pane={screen.value === 'map' ? pane.value : undefined} data-detail={selectedId.value !== undefined}>
      <a class="skip" href={skips[screen.value].to}>
        {t(skips[screen.value].text)}
      </a>
      <div class="board-head">
        <Header />
        <OfflineNote />
      </div>
      <ScreenNav />
      <Shown />
      <BottomBar />
      <Announcer />
      <AlertDialogs />
      <HelpSheet />
    </div>
  )
}

const screens = {
  map: () => <MapScreen />,
  devices: () => <DevicesScreen />,
  customs: () => <CustomsScreen />,
  duties: () => <DutiesScreen />,
  stock: () => <StockScreen />,
  network: () => <NetworkScreen />,
  partners: () => <PartnersScreen />,
  risk: () => <RiskScreen />,
  currencies: () => <CurrenciesScreen />,
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
