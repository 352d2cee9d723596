import { signal } from '@preact/signals'
import type { DrawnWay } from './drawn-way.ts'

/** Other ways of the shipment that is open, which somebody wants to see on the map. */
export const drawnWays = signal<readonly DrawnWay[]>([])
