import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customs } from '../../../src/questions/customs/customs.ts'
import { columnsOf, readDeclarations } from '../../../src/questions/customs/format.ts'

const header = 'Declaration ID,Date,Office ID,Importer ID,HS6 Code,Net Mass,Item Price,Fraud,Critical Fraud'

/** Every third heading is risky; a fixed pattern rather than chance, so that the figures are the same each time. */
const file = (from: number, rows: number) =>
  [
    header,
    ...Array.from({ length: rows }, (_, at) => {
      const row = from + at
      const heading = row % 7
      const isFraud = (heading % 3 === 0) !== (row % 11 === 0) ? 1 : 0
      const day = new Date(Date.UTC(2024, 0, 1 + (row >> 2))).toISOString().slice(0, 10)
      return `D${row},${day},${row % 4},I${row % 13},8${heading}1000,${1 + (row % 17)}.5,${10 + (row % 23)},${isFraud},${isFraud ? 1 + (row % 2) : 0}`
    }),
  ].join('\n')

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-customs-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('the customs question', () => {
  test('measures the model beside simple rules, refuses the other answer, and reports drift', async () => {
    await writeFile(join(directory, 'train.csv'), file(0, 800))
    await writeFile(join(directory, 'test.csv'), file(800, 300))
    expect(await customs.find(directory)).toEqual([directory])
    const result = await customs.judge(directory, () => undefined)
    expect(result.n).toBe(300)
    expect(Object.keys(result.model)).toEqual(customs.shown)
    expect(Object.keys(result.baselines)).toEqual(['baseRate', 'importerRate', 'goodsRate', 'bestColumn', 'logistic'])
    expect(result.model.auc).toBeGreaterThan(0.85)
    expect(result.baselines.baseRate?.auc).toBe(0.5)
    expect(result).toMatchObject({ refused: [{ column: 'Critical Fraud', reason: 'another-answer' }], drift: { notable: [] } })
  })

  test.each([
    ['Fraud', 'perhaps', 'line 2: Fraud is "perhaps", not 0 or 1'],
    ['Net Mass', '3 kg', 'line 2: Net Mass is "3 kg", not a number'],
    ['Date', 'yesterday', 'line 2: Date is "yesterday", not a date'],
  ])('says which line is wrong: %s', (column, text, message) => {
    const row = { 'Net Mass': '1', Date: '2024-01-01', Fraud: '0', [column]: text }
    expect(() => readDeclarations('some.csv', [row], columnsOf([row]))).toThrow(`some.csv: ${message}`)
  })

  test('takes decimals as amounts, whole numbers as codes, and does without what is missing', () => {
    const rows = [
      { Fraud: '0', Duty: '1.5', Lane: '3', 'Office ID': '20' },
      { Fraud: '1', Duty: '', Lane: '4', 'Office ID': '' },
    ]
    const columns = columnsOf(rows)
    expect(columns).toEqual({ numbers: ['Duty'], categories: ['Lane', 'Office ID'], refused: [], dated: false })
    const { declarations, answers } = readDeclarations('some.csv', rows, columns)
    expect(declarations.numbers.Duty).toEqual(Float64Array.of(1.5, Number.NaN))
    expect([...answers]).toEqual([0, 1])
    expect(declarations.days).toBeUndefined()
  })
})
