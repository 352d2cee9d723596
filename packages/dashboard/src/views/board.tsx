import { useEffect } from 'preact/hooks'
import { startBoard } from '../data/board.ts'
import { t } from '../i18n/t.ts'
import { MapPane } from '../map/map-pane.tsx'
import { selectedId } from '../state/address.ts'
import { pane } from '../state/pane.ts'
import { deselect } from '../state/select.ts'
import { Announcer } from './announcer.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { DetailPane } from './detail/detail-pane.tsx'
import { Header } from './header.tsx'
import { LeftPane } from './left-pane.tsx'

const onKeyDown = (event: KeyboardEvent) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
  if (event.key === 'Escape' && !event.defaultPrevented && !typing) {
    deselect()
    document.querySelector<HTMLElement>('.listbox')?.focus()
  }
  if (event.key === '/' && !typing) {
    event.preventDefault()
    document.getElementById('search')?.focus()
  }
}

/** List, map and detail in step. */
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
    <div class="board" data-pane={pane.value} data-detail={selectedId.value !== undefined}>
      <a class="skip" href="#search">
        {t('app.skip-to-list')}
      </a>
      <Header />
      <main class="panes">
        <LeftPane />
        <MapPane />
        {selectedId.value && <DetailPane key={selectedId.value} />}
      </main>
      <BottomBar />
      <Announcer />
    </div>
  )
}
