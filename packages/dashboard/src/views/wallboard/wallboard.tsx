import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { formatDay, formatTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { address, readAddress } from '../../state/address/live-map.ts'
import { clockSpeed, nowMs } from '../../state/clock.ts'
import { locations } from '../../state/map/locations.ts'
import { nearestPlace } from '../../state/map/nearest-place.ts'
import { showScene } from '../../state/map/scene-wish.ts'
import { connection } from '../../state/server/connection.ts'
import { keptSinceMs } from '../../state/server/kept.ts'
import { closeWallboard, type Scene, sceneAfter, scenes, wallboard } from '../../state/wallboard.ts'
import { MapPane } from '../map/map-pane.tsx'
import { askWhetherItAnswers, unansweredSinceMs } from './answers.ts'
import { keepAwake } from './keep-awake.ts'
import { WallCounts } from './wall-counts.tsx'
import { WallQueue } from './wall-queue.tsx'

/** After somebody touched something the picture stays for so long. */
const pauseMs = 60_000
/** What there is to press goes again after. */
const handsOffMs = 6_000

/** A screen on a wall: the map, what wants somebody in large letters, counts and the time. Nobody has to touch it. */
export const Wallboard = () => {
  const key = useSignal('all')
  const pausedUntil = useSignal(0)
  const isTouched = useSignal(false)
  const step = (by: number) => {
    key.value = sceneAfter(scenes.peek(), key.peek(), by).key
  }

  useEffect(keepAwake, [])
  useEffect(askWhetherItAnswers, [])

  // Whoever is there has the picture to themselves for a while.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const touch = () => {
      pausedUntil.value = Date.now() + pauseMs
      isTouched.value = true
      clearTimeout(timer)
      timer = setTimeout(() => {
        isTouched.value = false
      }, handsOffMs)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const keys: Record<string, () => void> = { Escape: closeWallboard, ArrowRight: () => step(1), ArrowLeft: () => step(-1) }
      touch()
      // No other shortcut means anything on a wall; Tab and Enter lead to what there is to press.
      if (event.key !== 'Tab' && event.key !== 'Enter') event.stopPropagation()
      keys[event.key]?.()
    }
    const pointers = ['pointermove', 'pointerdown', 'wheel'] as const
    for (const name of pointers) addEventListener(name, touch, { passive: true })
    document.addEventListener('keydown', onKey, { capture: true })
    return () => {
      clearTimeout(timer)
      for (const name of pointers) removeEventListener(name, touch)
      document.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [])

  useEffect(() => {
    const everyMs = (wallboard.value?.seconds ?? 20) * 1000
    const timer = setInterval(() => {
      if (Date.now() >= pausedUntil.peek()) step(1)
    }, everyMs)
    return () => clearInterval(timer)
  }, [wallboard.value?.seconds])

  const scene = scenes.value.find((each) => each.key === key.value) ?? (scenes.value[0] as Scene)
  useEffect(() => {
    // What a view filters by holds while it is shown, and is not written into the address.
    address.value = { ...readAddress(scene.kind === 'view' ? scene.query : ''), view: 'attention' }
    showScene(scene.kind === 'region' ? scene.points : undefined)
  }, [scene.key])

  return (
    <main class={isTouched.value ? 'wall wall-touched' : 'wall'} aria-label={t('wallboard.title')}>
      <div class="wall-map">
        <MapPane />
        <p class="wall-scene" aria-live="off">
          {sceneText(scene)}
        </p>
        <ol class="wall-dots" aria-hidden="true">
          {scenes.value.map((each) => (
            <li key={each.key} class={each.key === scene.key ? 'wall-dot wall-dot-on' : 'wall-dot'} />
          ))}
        </ol>
      </div>
      <aside class="wall-side">
        <WallClock />
        <WallCounts />
        <WallQueue />
      </aside>
      <WallConnection />
      <div class="wall-hands">
        <span>{t('wallboard.paused')}</span>
        <button type="button" class="button" onClick={() => step(-1)}>
          {t('keys.previous')}
        </button>
        <button type="button" class="button" onClick={() => step(1)}>
          {t('keys.next')}
        </button>
        <button type="button" class="button button-primary" onClick={closeWallboard}>
          {t('wallboard.leave')}
        </button>
      </div>
    </main>
  )
}

const sceneText = (scene: Scene) => {
  if (scene.kind === 'view') return scene.name
  if (scene.kind === 'all') return t('wallboard.all')
  const place = scene.points[0] && nearestPlace(locations.value, scene.points[0])
  return place ? t('wallboard.around', { place: place.name, count: scene.count }) : t('wallboard.region', { count: scene.count })
}

const WallClock = () => (
  <div class="wall-clock">
    <time dateTime={new Date(nowMs.value).toISOString()}>{formatTime(nowMs.value, viewerZone)}</time>
    <span>
      {formatDay(nowMs.value, viewerZone)}
      {clockSpeed.value !== 1 && ` · ${t('header.simulated', { speed: clockSpeed.value })}`}
    </span>
  </div>
)

/** A picture that stands still must not pass for one that lives. */
const WallConnection = () => {
  const { value } = connection
  const lostAt = 'sinceMs' in value ? value.sinceMs : (keptSinceMs.value ?? unansweredSinceMs.value)
  if (lostAt === undefined) return null
  return (
    <p class="wall-lost" role="alert">
      <Icon name="silent" />
      {t('wallboard.lost', { time: formatTime(lostAt, viewerZone) })}
    </p>
  )
}
