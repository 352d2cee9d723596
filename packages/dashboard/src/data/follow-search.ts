import { effect, untracked } from '@preact/signals'
import { filter } from '../state/address.ts'
import { searching } from '../state/list-load.ts'
import { search } from './list.ts'

// A pause in typing this long is taken for the end of a word.
const settleMs = 300

/** Sends the search text to the server while the list already shows what matches at hand. */
export const followSearch = () => {
  let controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = effect(() => {
    const { text } = filter.value
    untracked(() => {
      clearTimeout(timer)
      controller.abort()
      controller = new AbortController()
      if (text === '') searching.value = false
      else timer = setTimeout(() => void search(text, controller.signal), settleMs)
    })
  })
  return () => {
    clearTimeout(timer)
    controller.abort()
    stop()
  }
}
