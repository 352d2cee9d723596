import { type StageKind, stageKinds } from '@lading/shared/domain/stage'
import type { NewStageOutcome } from '@lading/store/postgres/stage-outcome/record'
import { readLines } from './records-of.ts'

const needed = ['id', 'actual_hours']
/** A hundred years; what is longer is a mistake. */
const mostHours = 876_600

/** Stages of past journeys from a file as docs/data.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readArrivalHistory = (text: string): NewStageOutcome[] => {
  const seen = new Map<string, number>()
  return readLines(text, needed, ({ line, fields }, wrong): NewStageOutcome => {
    const number = (field: string, most: number) => {
      const given = fields[field] ?? ''
      if (given === '') return null
      const value = Number(given)
      if (!(value >= 0 && value <= most)) wrong(field, 'not-within', { value: given, least: 0, most })
      return value
    }
    const id = fields.id ?? ''
    if (id === '') wrong('id', 'missing')
    else if (seen.has(id)) wrong('id', 'twice', { value: id, line: seen.get(id) as number })
    seen.set(id, line)
    const stage = fields.stage || 'leg'
    if (!isStage(stage)) wrong('stage', 'not-one-of', { value: stage, known: stageKinds.join(', ') })
    const startedAt = fields.started_at ? new Date(fields.started_at) : null
    if (startedAt && Number.isNaN(startedAt.getTime())) wrong('started_at', 'not-an-instant', { value: fields.started_at ?? '' })
    const actualHours = number('actual_hours', mostHours)
    if (actualHours === null) wrong('actual_hours', 'missing')
    return {
      key: `import/${id}`,
      kind: isStage(stage) ? stage : 'leg',
      mode: fields.mode || null,
      carrier: fields.carrier || null,
      origin: fields.origin || null,
      destination: fields.destination || null,
      startedAt,
      plannedHours: number('planned_hours', mostHours),
      distanceKm: number('distance_km', 100_000),
      features: featuresOf(fields),
      actualHours: actualHours ?? 0,
      source: 'import',
    }
  })
}

const isStage = (text: string): text is StageKind => (stageKinds as readonly string[]).includes(text)

const featuresOf = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('x_') && value !== '' ? [[name.slice(2), Number.isFinite(Number(value)) ? Number(value) : value]] : [],
    ),
  )
