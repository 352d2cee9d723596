import { join } from 'node:path'
import type { FinishedJourney } from '@lading/models/duration/journey'
import { type Row, readTable } from '../../read-table.ts'

export type EtaSet = { train: FinishedJourney[]; test: FinishedJourney[] }

const required = ['actual_hours']
const factPrefix = 'x_'

/** `train.csv` and `test.csv` of a set. A further column is a number when all that train.csv says in it is; otherwise it is a name. */
export const readSet = async (directory: string): Promise<EtaSet> => {
  const trainFile = join(directory, 'train.csv')
  const testFile = join(directory, 'test.csv')
  const train = await readTable(trainFile, required)
  const test = await readTable(testFile, required)
  if (test.length === 0) throw new Error(`${testFile}: there is nothing to predict`)
  const facts = Object.keys(train[0] ?? test[0] ?? {}).filter((column) => column.startsWith(factPrefix))
  const numbers = new Set(facts.filter((column) => train.every((row) => isNumber(row[column] ?? ''))))
  const read = (file: string, rows: Row[]) => rows.map((row, at) => journeyOf(row, facts, numbers, `${file}, row ${at + 1}`))
  return { train: read(trainFile, train), test: read(testFile, test) }
}

const isNumber = (text: string) => text === '' || Number.isFinite(Number(text))

const journeyOf = (row: Row, facts: string[], numbers: Set<string>, where: string): FinishedJourney => {
  const actualHours = numberIn(row, 'actual_hours', where)
  if (actualHours === undefined || actualHours < 0) throw new Error(`${where}: actual_hours is "${row.actual_hours}"`)
  const known: Record<string, number | string> = {}
  for (const column of facts) {
    const text = row[column] ?? ''
    if (text === '') continue
    if (!numbers.has(column)) known[column] = text
    // A word where there were only numbers before says nothing that was learnt.
    else if (isNumber(text)) known[column] = Number(text)
  }
  return {
    startedAtMs: instantOf(row.started_at ?? '', where),
    mode: row.mode,
    carrier: row.carrier,
    origin: row.origin,
    destination: row.destination,
    plannedHours: numberIn(row, 'planned_hours', where),
    distanceKm: numberIn(row, 'distance_km', where),
    facts: known,
    actualHours,
  }
}

const numberIn = (row: Row, column: string, where: string): number | undefined => {
  const text = row[column] ?? ''
  if (text === '') return undefined
  const value = Number(text)
  if (!Number.isFinite(value)) throw new Error(`${where}: ${column} is "${text}", not a number`)
  return value
}

/** A time without a zone is UTC. */
const instantOf = (text: string, where: string): number | undefined => {
  if (text === '') return undefined
  const instant = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`)
  if (Number.isNaN(instant)) throw new Error(`${where}: started_at is "${text}", not a time`)
  return instant
}
