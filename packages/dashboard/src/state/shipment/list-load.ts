import { signal } from '@preact/signals'
import type { Load } from '../server/load.ts'

export const listLoad = signal<Load>({ status: 'loading' })
/** Where the list goes on, if the server has more than has been read. */
export const nextCursor = signal<string | null>(null)
export const searching = signal(false)
