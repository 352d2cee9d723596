import type { Geofence } from '@lading/shared/contract/geofence'
import type { Hazard } from '@lading/shared/contract/hazard'
import { hazardStateAt } from '@lading/shared/domain/hazard'
import { computed, signal } from '@preact/signals'
import { judgedAtMs } from '../judged-at.ts'

/** What people draw on the map. */
export const areaKinds = ['geofences', 'hazards'] as const
export type AreaKind = (typeof areaKinds)[number]

/** By name. */
export const geofences = signal<Geofence[]>([])
/** All that were told, the last first. */
export const hazards = signal<Hazard[]>([])

export const hazardState = (hazard: Hazard) => hazardStateAt(hazard, judgedAtMs.value)

/** Time goes on by the second; what is there changes seldom, and only then anybody has to look. */
const states = computed(() => hazards.value.map(hazardState).join())

/** What there is now or is announced: what the map draws. */
export const currentHazards = computed(() => {
  const now = states.value.split(',')
  return hazards.value.flatMap((hazard, index) => (now[index] === 'over' ? [] : [{ ...hazard, isAnnounced: now[index] === 'announced' }]))
})

/** The panel beside the map: a list, or one of it being drawn; `id` is of one that is there already. */
export type AreaPanel = { kind: AreaKind; form?: { id: string | undefined } }
export const areaPanel = signal<AreaPanel | undefined>(undefined)

/** Which one the map and the list show to each other. */
export const pointedArea = signal<string | undefined>(undefined)
