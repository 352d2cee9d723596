import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Load } from '../../state/server/load.ts'
import { authorised } from './authorised.ts'

export type Page<Item> = { items: Item[]; nextCursor: string | null; total?: number }

const pageSize = 50
/** As many as the api gives at once. */
const most = 500
const refreshMs = 20_000
// A pause in typing this long is taken for the end of a word.
const settleMs = 250

/**
 * A list that the api gives in pages. `query` is the filter as it stands in the path's query, without the question mark. What is shown stays
 * until it is heard anew, and what was asked for later overtakes what was asked for before.
 */
export const createPaged = <Item>(path: string, query: ReadonlySignal<string>) => {
  const list = signal<Page<Item>>({ items: [], nextCursor: null })
  const load = signal<Load>({ status: 'loading' })
  let asked = 0

  const read = async (limit: number, cursor = '') => {
    asked += 1
    const mine = asked
    const parts = [query.value, `limit=${limit}`, cursor && `cursor=${encodeURIComponent(cursor)}`].filter((part) => part !== '')
    const page = await authorised<Page<Item>>(`${path}?${parts.join('&')}`)
    if (mine !== asked) return undefined
    load.value = page.ok ? { status: 'ready' } : { status: 'failed', failure: page.failure }
    return page.ok ? page.value : undefined
  }

  /** The list anew, with as many as were shown. */
  const reload = async () => {
    const wanted = Math.max(pageSize, list.value.items.length)
    let page = await read(Math.min(most, wanted))
    while (page?.nextCursor && page.items.length < wanted) {
      const next = await read(Math.min(most, wanted - page.items.length), page.nextCursor)
      page = next && { ...next, items: [...page.items, ...next.items] }
    }
    if (page) list.value = page
  }

  let isGettingMore = false
  const more = async () => {
    const { items, nextCursor } = list.value
    if (nextCursor === null || isGettingMore) return
    isGettingMore = true
    const page = await read(pageSize, nextCursor)
    isGettingMore = false
    if (page) list.value = { ...page, items: [...items, ...page.items] }
  }

  /** Keeps the list true to the filter and to what happens while it is on screen. Returns how to stop. */
  const follow = () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isFirst = true
    const stopFilter = effect(() => {
      void query.value
      clearTimeout(timer)
      timer = setTimeout(() => void reload(), isFirst ? 0 : settleMs)
      isFirst = false
    })
    const refresh = setInterval(() => {
      if (document.visibilityState === 'visible') void reload()
    }, refreshMs)
    return () => {
      clearTimeout(timer)
      clearInterval(refresh)
      stopFilter()
    }
  }

  return { list, load, query, reload, more, follow }
}
