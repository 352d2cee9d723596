import '../styles/tokens.css'
import './tracking.css'
import './forms.css'
import { keepFresh } from './keep-fresh.ts'
import { offerPush } from './push.ts'
import { offerToTakeAlong } from './take-along.ts'

/**
 * The tracking page comes complete from the server. This adds the map below it, once the answer has been painted and the map
 * is about to be seen; without script nothing is missing but the map, buttons to pass the page on and to print it, and a
 * fresh page for who comes back to it.
 */
offerToTakeAlong()
keepFresh()
void offerPush()

const place = document.getElementById('tracking-map')

if (place?.dataset.mapUrl) {
  const { mapUrl, texts = '{}' } = place.dataset
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      // Safari has no requestIdleCallback.
      const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200))
      whenIdle(async () => {
        const { showTrackingMap } = await import('./map.ts')
        await showTrackingMap(place, mapUrl, JSON.parse(texts))
      })
    },
    { rootMargin: '200px' },
  )
  observer.observe(place)
}
