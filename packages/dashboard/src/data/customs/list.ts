import type { CustomsEntryPage, ListedEntry } from '@lading/shared/contract/customs'
import { effect } from '@preact/signals'
import { type CustomsFilter, customsFilter } from '../../state/address/customs.ts'
import { customsList, customsLoad } from '../../state/customs.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

const pageSize = 100

const readPage = ({ text, states, country }: CustomsFilter, of: { held: boolean; limit: number; cursor?: string }) =>
  authorised<CustomsEntryPage>(`/v1/customs/entries${queryString({ ...of, state: states, country, q: text })}`)

/** All that are held, page by page. */
const readHeld = async (filter: CustomsFilter) => {
  const items: ListedEntry[] = []
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(filter, { held: true, limit: 500, ...(cursor && { cursor }) })
    if (!page.ok) return page
    items.push(...page.value.items)
    cursor = page.value.nextCursor
  }
  return { ok: true as const, value: items }
}

/** The list anew, with as many as were shown. What is shown stays until then, and is overtaken by what was asked for later. */
export const loadCustoms = async () => {
  const { value: filter } = customsFilter
  const limit = Math.min(500, Math.max(pageSize, customsList.value.others.length))
  const [held, others] = await Promise.all([readHeld(filter), readPage(filter, { held: false, limit })])
  if (filter !== customsFilter.value) return
  const failed = [held, others].find((result) => !result.ok)
  if (held.ok && others.ok) {
    customsList.value = { held: held.value, others: others.value.items, nextCursor: others.value.nextCursor }
    customsLoad.value = { status: 'ready' }
  } else if (failed && !failed.ok) customsLoad.value = { status: 'failed', failure: failed.failure }
}

export const loadMoreCustoms = async () => {
  const [{ value: filter }, { value: list }] = [customsFilter, customsList]
  if (list.nextCursor === null) return
  const page = await readPage(filter, { held: false, limit: pageSize, cursor: list.nextCursor })
  if (filter !== customsFilter.value || list !== customsList.value) return
  if (page.ok) customsList.value = { ...list, others: [...list.others, ...page.value.items], nextCursor: page.value.nextCursor }
  else customsLoad.value = { status: 'failed', failure: page.failure }
}

const refreshMs = 20_000
// A pause in typing this long is taken for the end of a word.
const settleMs = 250

/** Keeps the list true to the filter and to what happens while it is on screen. Returns how to stop. */
export const followCustoms = () => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isFirst = true
  const stopFilter = effect(() => {
    void customsFilter.value
    clearTimeout(timer)
    timer = setTimeout(() => void loadCustoms(), isFirst ? 0 : settleMs)
    isFirst = false
  })
  const refresh = setInterval(() => {
    if (document.visibilityState === 'visible') void loadCustoms()
  }, refreshMs)
  return () => {
    clearTimeout(timer)
    clearInterval(refresh)
    stopFilter()
  }
}
