import type { CsvRecord } from '@lading/shared/csv/read-csv'
import { type Issue, issueAt, wrongOn } from '@lading/shared/issue/issue'
import type { NewFigures } from '@lading/store/postgres/customs-figures/put'
import { countryOf } from './country-of.ts'
import { notValid, recordsOf, refuseFile } from './records-of.ts'

type Figure = 'borderHours' | 'documentHours' | 'customsScore'
type Cell = { column: string; year: string; figure: Figure; value: string }
/** A table that is published, and what of it is read. `isWorldwide` where rows may be of regions and incomes, which are passed over. */
type Shape = { isWorldwide: boolean; cellsOf: (fields: CsvRecord['fields']) => Cell[] }

const countryColumns = ['country', 'iso2', 'iso3']
const hoursColumn = /^import_(border|documentary)_compliance_hours_(\d{4})$/
const series: Record<string, Figure> = {
  'IC.IMP.TMBC': 'borderHours',
  'IC.IMP.TMDC': 'documentHours',
  'LP.LPI.CUST.XQ': 'customsScore',
}
const plain: Record<string, Figure> = { border_hours: 'borderHours', document_hours: 'documentHours', customs_score: 'customsScore' }

const nothing = new Set(['', '..', 'na', 'n/a', 'null'])
const within: Record<Figure, [number, number]> = { borderHours: [0, 8_784], documentHours: [0, 8_784], customsScore: [1, 5] }

/**
 * Published figures from one of the tables that docs/customs.md names, told apart by their columns. Throws with every line that is wrong,
 * and then nothing is read.
 */
export const readCustomsFigures = (text: string, now: Date): { rows: number; passedOver: number; figures: NewFigures[] } => {
  const { columns, records } = recordsOf(text, [])
  const [shape, countryColumn] = [shapeOf(columns), countryColumns.find((name) => columns.includes(name))]
  if (!shape || !countryColumn)
    throw notValid([
      ...(countryColumn ? [] : [issueAt('line 1', 'no-column', { column: countryColumns.join(' / ') })]),
      ...(shape ? [] : [issueAt('line 1', 'table-unknown')]),
    ])

  const issues: Issue[] = []
  const found = new Map<string, NewFigures>()
  const lines = new Map<string, number>()
  let passedOver = 0
  for (const { line, fields } of records) {
    const wrong = wrongOn(line, issues)
    const country = countryOf(fields[countryColumn] ?? '')
    if (!country) {
      if (shape.isWorldwide) passedOver++
      else wrong(countryColumn, 'country-unknown', { value: fields[countryColumn] ?? '' })
      continue
    }
    for (const { column, year, figure, value } of shape.cellsOf(fields)) {
      if (!/^(19|20)\d{2}$/.test(year) || Number(year) > now.getUTCFullYear()) wrong('year', 'not-a-year', { value: year })
      const [least, most] = within[figure]
      const number = Number(value)
      if (!(number >= least && number <= most)) wrong(column, 'not-within', { value, least, most })
      const [of, once] = [`${country} ${year}`, `${country} ${year} ${figure}`]
      if (lines.has(once)) wrong(column, 'twice', { value: of, line: lines.get(once) as number })
      lines.set(once, line)
      found.set(of, { ...(found.get(of) ?? { country, year: Number(year) }), [figure]: number })
    }
  }
  if (found.size === 0 && issues.length === 0) issues.push(issueAt('line 1', 'no-rows'))
  refuseFile(issues)
  return { rows: records.length, passedOver, figures: [...found.values()] }
}

const shapeOf = (columns: string[]): Shape | undefined => {
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (columns.some((name) => hoursColumn.test(name))) return { isWorldwide: true, cellsOf: hoursCells }
  if (has('series_code', 'year', 'value')) return { isWorldwide: true, cellsOf: seriesCells }
  return has('year') && columns.some((name) => name in plain) ? { isWorldwide: false, cellsOf: plainCells } : undefined
}

const hoursCells = (fields: CsvRecord['fields']) =>
  Object.entries(fields).flatMap(([column, value]) => {
    const [, kind, year = ''] = hoursColumn.exec(column) ?? []
    return kind ? cell(column, year, kind === 'border' ? 'borderHours' : 'documentHours', value) : []
  })

const seriesCells = ({ series_code: code = '', year = '', value = '' }: CsvRecord['fields']) => {
  const figure = series[code.toUpperCase()]
  return figure ? cell('value', year, figure, value) : []
}

const plainCells = (fields: CsvRecord['fields']) =>
  Object.entries(plain).flatMap(([column, figure]) => cell(column, fields.year ?? '', figure, fields[column] ?? ''))

const cell = (column: string, year: string, figure: Figure, value: string): Cell[] =>
  nothing.has(value.toLowerCase()) ? [] : [{ column, year, figure, value }]
