import type { LocationKind } from '@lading/shared/domain/location'
import type { Mode } from '@lading/shared/domain/mode'
import { hourMs } from '../movement/movement.ts'
import type { Random } from '../random/random.ts'

/** Planned hours of waiting in a place before the next leg, and the range of what really happens when nothing goes wrong. */
type Dwell = { planned: number; least: number; most: number }

const beforeSailing: Dwell = { planned: 40, least: 22, most: 40 }
const beforeFlying: Dwell = { planned: 8, least: 4, most: 8 }
/** Discharge and pick-up; customs is beside it. The World Bank's median for containers is about 3 days, good ports do it in one. */
const afterSailing: Dwell = { planned: 36, least: 16, most: 70 }
const afterFlying: Dwell = { planned: 9, least: 4, most: 18 }
const byKind: Partial<Record<LocationKind, Dwell>> = {
  'border-crossing': { planned: 1.5, least: 0.6, most: 4 },
  'rail-terminal': { planned: 20, least: 8, most: 36 },
}
const inWarehouse: Dwell = { planned: 12, least: 5, most: 20 }

export const dwellFor = (kind: LocationKind, next: Mode): Dwell => {
  if (byKind[kind]) return byKind[kind]
  if (kind === 'port') return next === 'sea' ? beforeSailing : afterSailing
  if (kind === 'airport') return next === 'air' ? beforeFlying : afterFlying
  return inWarehouse
}

/** Waiting times lean to the short side: the long ones are the exception. */
export const dwellMs = (random: Random, { least, most }: Dwell) => (least + (most - least) * random.unit() ** 1.6) * hourMs
