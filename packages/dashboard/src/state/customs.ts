import type { ListedEntry } from '@lading/shared/contract/customs'
import { signal } from '@preact/signals'
import type { Load } from './server/load.ts'

/** Declarations that meet the filter: all for which somebody has to act, and as many of the others as were asked for. */
export type CustomsList = { held: ListedEntry[]; others: ListedEntry[]; nextCursor: string | null }

export const customsList = signal<CustomsList>({ held: [], others: [], nextCursor: null })
export const customsLoad = signal<Load>({ status: 'loading' })

/** Whose goods have waited longest comes first; of the others, what was said of last. */
export const inCustomsOrder = ({ held, others }: Pick<CustomsList, 'held' | 'others'>): ListedEntry[] => [
  ...held.toSorted((one, other) => sinceMs(one) - sinceMs(other)),
  ...others,
]

const sinceMs = ({ stateAt }: ListedEntry) => Date.parse(stateAt ?? '') || 0
