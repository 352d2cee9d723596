import { computed, signal } from '@preact/signals'
import { isReplaying, replayMs, seek } from './replay.ts'

/** The instant that somebody points at, in a chart or on a track. */
export const pointedMs = signal<number | undefined>(undefined)

/** The instant that all charts and the map point at: what somebody points at, or else what a replay shows. */
export const momentMs = computed(() => pointedMs.value ?? (isReplaying.value ? replayMs.value : undefined))

/** Chooses an instant rather than just pointing at it: a replay goes there. */
export const chooseMoment = (ms: number) => {
  if (isReplaying.value) seek(ms)
  else pointedMs.value = ms
}
