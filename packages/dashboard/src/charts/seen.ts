import { signal } from '@preact/signals'
import type { Range } from './scale.ts'

/** What all condition charts show of the journey, once somebody zoomed; nothing for all of it. */
export const zoom = signal<Range | undefined>(undefined)
