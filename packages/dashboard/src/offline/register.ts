import { page } from '../state/server/session.ts'
import { fetchParts } from './parts.ts'

/** Late enough for the texts, the land and the first screen to be among what was loaded. */
const settledMs = 4_000

/**
 * Lets the page be installed and open without a network. Where the browser will not (no https, private windows), nothing else changes.
 */
export const keepForOffline = async () => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  try {
    await navigator.serviceWorker.register('/service-worker.js')
    const { active } = await navigator.serviceWorker.ready
    setTimeout(async () => {
      // Somebody of a partner needs none of the screens of staff.
      if (page.value.name !== 'partner') await fetchParts()
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      active?.postMessage({ keep: [...new Set(loaded.filter((url) => new URL(url).pathname.startsWith('/assets/')))] })
    }, settledMs)
  } catch (error) {
    console.info('Lading cannot be kept for when there is no network:', (error as Error).message)
  }
}
