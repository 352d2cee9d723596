import { effect, untracked } from '@preact/signals'
import { isUsed } from '../../state/address/filter.ts'
import { filter } from '../../state/address/live-map.ts'
import { nextCursor, searching } from '../../state/shipment/list-load.ts'
import { search } from './list.ts'

// A pause in typing this long is taken for the end of a word.
const settleMs = 300

/**
 * Sends what is filtered to the server while the list already shows what matches at hand: a text and a warehouse always, as the server looks at
 * more of a shipment; the rest once it has more shipments than were read.
 */
export const followSearch = () => {
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    const wanted = filter.value
    const more = nextCursor.value !== null
    untracked(() => {
      clearTimeout(timer)
      controller.abort()
      controller = new AbortController()
      const { signal } = controller
      if (wanted.text === '' && wanted.warehouse === '' && !(more && isUsed(wanted))) searching.value = false
      else timer = setTimeout(() => void search(wanted, signal), settleMs)
    })
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    stop()
  }
}
