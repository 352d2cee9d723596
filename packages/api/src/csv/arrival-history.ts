import { type StageKind, stageKinds } from '@lading/shared/domain/stage'
import type { Issue } from '@lading/store/postgres/domain-error'
import type { NewStageOutcome } from '@lading/store/postgres/stage-outcome/record'
import { recordsOf, refuseFile } from './records-of.ts'

const needed = ['id', 'actual_hours']
/** A hundred years; what is longer is a mistake. */
const mostHours = 876_600

/** Stages of past journeys from a file as docs/data.md has it. Throws with every line that is wrong, and then nothing is read. */
export const readArrivalHistory = (text: string): NewStageOutcome[] => {
  const issues: Issue[] = []
  const seen = new Map<string, number>()
  const outcomes = recordsOf(text, needed).records.map(({ line, fields }): NewStageOutcome => {
    const wrong = (field: string, message: string) => issues.push({ path: `line ${line}, ${field}`, message })
    const number = (field: string, most: number) => {
      const given = fields[field] ?? ''
      if (given === '') return null
      const value = Number(given)
      if (!(value >= 0 && value <= most)) wrong(field, `"${given}" is not a number from 0 to ${most}`)
      return value
    }
    const id = fields.id ?? ''
    if (id === '') wrong('id', 'is empty')
    else if (seen.has(id)) wrong('id', `"${id}" stands on line ${seen.get(id)} too`)
    seen.set(id, line)
    const stage = fields.stage || 'leg'
    if (!isStage(stage)) wrong('stage', `"${stage}" is none of ${stageKinds.join(', ')}`)
    const startedAt = fields.started_at ? new Date(fields.started_at) : null
    if (startedAt && Number.isNaN(startedAt.getTime()))
      wrong('started_at', `"${fields.started_at}" is not an instant such as 2026-03-31T08:00:00Z`)
    const actualHours = number('actual_hours', mostHours)
    if (actualHours === null) wrong('actual_hours', 'is empty')
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
  if (outcomes.length === 0) issues.push({ path: 'line 1', message: 'is not followed by any stage' })
  refuseFile(issues)
  return outcomes
}

const isStage = (text: string): text is StageKind => (stageKinds as readonly string[]).includes(text)

const featuresOf = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('x_') && value !== '' ? [[name.slice(2), Number.isFinite(Number(value)) ? Number(value) : value]] : [],
    ),
  )
