import { readNamed, type Values } from '../common-names.ts'
import { unitNamed } from '../units.ts'
import type { Born } from './edge-nodes.ts'

/** Folders that say no more than their metrics do. `Engine/Temperature` on the other hand is not that of the goods. */
const folders = new Set(['sensor', 'sensors', 'location', 'position', 'gps', 'gnss', 'environment', 'air', 'cargo', 'telemetry'])

/** The measurement that a metric is by its name, in our unit. One in a unit that is not known is none. */
export const readMetric = ({ name, unit }: Born, value: unknown): Values => {
  const path = name.split('/')
  const last = path.pop() ?? ''
  if (!path.every((folder) => folders.has(folder.toLowerCase()))) return {}
  const said = readNamed(last, value)
  const [measurement] = Object.keys(said) as (keyof Values)[]
  if (!measurement || unit === undefined) return said
  const known = unitNamed(measurement, unit)
  return known === undefined ? {} : readNamed(last, value, known)
}
