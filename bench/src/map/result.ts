import type { ContestantName } from './contestants.ts'
import type { MapFigures } from './measure.ts'

export type MapSize = { assets: number } & Partial<Record<ContestantName, MapFigures>> & { ratioP95ToMarkercluster: number | null }
export type MapResult = { bench: 'map'; updatesPerSecond: number; sizes: MapSize[]; busy: { updatesPerSecond: number; sizes: MapSize[] } }
