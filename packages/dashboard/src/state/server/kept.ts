import { computed, signal } from '@preact/signals'
import { connection } from './connection.ts'

/** Since when the oldest answer on the screen is kept, wall-clock time; nothing while the server answers. */
export const keptSinceMs = signal<number | undefined>(undefined)

/** Takes note of an answer: from the store with its time, or from the server. */
export const noteAnswer = (keptAt: string | null) => {
  const { value } = keptSinceMs
  if (keptAt === null) {
    if (value !== undefined) keptSinceMs.value = undefined
    return
  }
  const atMs = Date.parse(keptAt)
  if (value === undefined || atMs < value) keptSinceMs.value = atMs
}

/** Since when what is shown may have changed without anybody here knowing. */
export const lastKnownMs = computed(() => {
  const { value } = connection
  return keptSinceMs.value ?? (value.status === 'offline' ? value.sinceMs : undefined)
})
