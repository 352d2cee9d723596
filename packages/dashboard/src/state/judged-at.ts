import { computed } from '@preact/signals'
import { nowMs } from './clock.ts'

/** Platform time in steps of ten seconds: what is judged by the minute need not be judged anew each second. */
export const judgedAtMs = computed(() => Math.floor(nowMs.value / 10_000) * 10_000)
