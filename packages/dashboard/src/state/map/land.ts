import { signal } from '@preact/signals'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Countries as world-atlas (Natural Earth) has them. */
export type Atlas = Topology<{ countries: GeometryCollection }>

/** What the map draws as land; `undefined` until it is here. */
export const atlas = signal<Atlas | undefined>(undefined)
