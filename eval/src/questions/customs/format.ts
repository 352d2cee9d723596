import { join } from 'node:path'
import type { Declarations, Roles } from '@lading/models/customs/targeting/declarations'
import { type Row, readTable } from '../../read-table.ts'

/** Columns of the format that mean something; docs/data.md lists them. Every other column is taken as what its values look like. */
export const answer = 'Fraud'
const otherAnswers = ['Critical Fraud']
const identifier = 'Declaration ID'
const date = 'Date'
const amounts = ['Tax Rate', 'Net Mass', 'Item Price']
export const roles: Roles = { goods: 'HS6 Code', value: 'Item Price', mass: 'Net Mass' }
export const parties = { importer: 'Importer ID', goods: 'HS6 Code' }

export type Answered = { declarations: Declarations; answers: Float64Array }
/** `file` and the names of the columns: what the messages of this file are about. */
export type Columns = { categories: string[]; numbers: string[]; refused: string[]; dated: boolean }

/** Empty, or a number as it is written in data: no units, no thousands. */
const isNumber = (text: string) => text.trim() === '' || (Number.isFinite(Number(text)) && !/^0x/i.test(text.trim()))
/** A whole number may as well be a code of something; with decimals it is an amount. */
const looksLikeAmount = (values: string[]) => values.every(isNumber) && values.some((value) => /\d\.\d|\de/i.test(value))

export const columnsOf = (rows: Row[]): Columns => {
  const names = Object.keys(rows[0] ?? {}).filter((name) => ![answer, identifier, date, ...otherAnswers].includes(name))
  const isAmount = (name: string) => amounts.includes(name) || looksLikeAmount(rows.map((row) => row[name] as string))
  const numbers = names.filter((name) => !Object.values(parties).includes(name) && isAmount(name))
  return {
    categories: names.filter((name) => !numbers.includes(name)),
    numbers,
    refused: otherAnswers.filter((name) => name in (rows[0] ?? {})),
    dated: date in (rows[0] ?? {}),
  }
}

/** The rows as declarations. Throws with the file and the line when a value is not what its column holds. */
export const readDeclarations = (file: string, rows: Row[], { categories, numbers, dated }: Columns): Answered => {
  const value = (row: Row, name: string) => (row[name] ?? '').trim()
  const wrong = (at: number, name: string, wanted: string) => {
    const text = value(rows[at] as Row, name)
    // The header is line 1.
    throw new Error(`${file}: line ${at + 2}: ${name} is "${text}", not ${wanted}`)
  }
  const amount = (name: string) =>
    Float64Array.from(rows, (row, at) => {
      const text = value(row, name)
      if (!isNumber(text)) wrong(at, name, 'a number')
      return text === '' ? Number.NaN : Number(text)
    })
  const day = (row: Row, at: number) => {
    const text = value(row, date)
    const time = text === '' ? Number.NaN : Date.parse(text)
    if (text !== '' && Number.isNaN(time)) wrong(at, date, 'a date')
    return time / 86_400_000
  }
  const isYes = (row: Row, at: number) => {
    const text = value(row, answer)
    if (text !== '0' && text !== '1') wrong(at, answer, '0 or 1')
    return Number(text)
  }
  return {
    declarations: {
      rows: rows.length,
      categories: Object.fromEntries(categories.map((name) => [name, rows.map((row) => value(row, name))])),
      numbers: Object.fromEntries(numbers.map((name) => [name, amount(name)])),
      ...(dated && { days: Float64Array.from(rows, day) }),
    },
    answers: Float64Array.from(rows, isYes),
  }
}

/** Both parts of a set, with the columns of the part that is known. */
export const readSet = async (directory: string) => {
  const files = ['train.csv', 'test.csv'].map((name) => join(directory, name)) as [string, string]
  const [past, future] = [await readTable(files[0], [answer]), await readTable(files[1], [answer])]
  for (const [at, rows] of [past, future].entries()) if (rows.length === 0) throw new Error(`${files[at]}: it has no declarations`)
  const columns = columnsOf(past)
  return { columns, train: readDeclarations(files[0], past, columns), test: readDeclarations(files[1], future, columns) }
}
