import { basename } from 'node:path'
import { readTable } from '../../read-table.ts'

/** One line of a demand file: what was known, and what came. */
export type TestSeries = {
  id: string
  group: string
  period: number
  horizon: number
  train: Float64Array
  test: Float64Array
  regressors: Float64Array[]
  futureRegressors: Float64Array[]
}

const missing = new Set(['', 'na', 'nan', 'null'])

/** Numbers separated by spaces; `NA` is a period of which nothing is known. */
const numbers = (text: string, where: string): Float64Array => {
  const words = text.trim() === '' ? [] : text.trim().split(/\s+/)
  return Float64Array.from(words, (word) => {
    if (missing.has(word.toLowerCase())) return Number.NaN
    const value = Number(word)
    if (!Number.isFinite(value)) throw new Error(`${where}: "${word}" is not a number`)
    return value
  })
}

const wholeNumber = (text: string, where: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${where}: "${text}" is not a whole number above 0`)
  return value
}

/** Series of one file. A pair of columns `<name>_train`, `<name>_test` is something known beforehand, such as promotions. */
export const readSeries = async (file: string): Promise<TestSeries[]> => {
  const rows = await readTable(file, ['id', 'm', 'h', 'train', 'test'])
  if (rows.length === 0) throw new Error(`${file}: it has no series`)
  const known = Object.keys(rows[0] ?? {}).flatMap((column) => {
    const name = column.endsWith('_train') ? column.slice(0, -'_train'.length) : ''
    return name && `${name}_test` in (rows[0] ?? {}) ? [name] : []
  })
  return rows.map((row, index) => {
    const where = `${basename(file)}, series ${row.id || index + 1}`
    const train = numbers(row.train ?? '', `${where}, train`)
    const horizon = wholeNumber(row.h ?? '', `${where}, h`)
    const test = numbers(row.test ?? '', `${where}, test`)
    if (train.length === 0) throw new Error(`${where}: train is empty`)
    if (test.length !== horizon) throw new Error(`${where}: test has ${test.length} values, h says ${horizon}`)
    const sequences = (end: 'train' | 'test', length: number) =>
      known.map((name) => {
        const sequence = numbers(row[`${name}_${end}`] ?? '', `${where}, ${name}_${end}`)
        if (sequence.length !== length) throw new Error(`${where}: ${name}_${end} has ${sequence.length} values, ${end} has ${length}`)
        return sequence
      })
    return {
      id: row.id ?? String(index + 1),
      group: row.group ?? '',
      period: wholeNumber(row.m ?? '', `${where}, m`),
      horizon,
      train,
      test,
      regressors: sequences('train', train.length),
      futureRegressors: sequences('test', horizon),
    }
  })
}
