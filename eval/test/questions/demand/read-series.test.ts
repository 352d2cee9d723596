import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeries } from '../../../src/questions/demand/read-series.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demand-'))
})
afterAll(() => rm(directory, { recursive: true }))

const read = async (text: string) => {
  const file = join(directory, 'set.csv')
  await writeFile(file, text)
  return readSeries(file)
}

describe('a file of demand', () => {
  it('is read with what is missing, and with what is known beforehand', async () => {
    const [one] = await read('id,group,m,h,train,test,promo_train,promo_test,first\nA,g,7,2,1 NA 2.5,3 4,0 1 0,1 1,2020-01-01\n')
    expect(one).toMatchObject({ id: 'A', group: 'g', period: 7, horizon: 2 })
    expect(Array.from(one?.train ?? [])).toEqual([1, Number.NaN, 2.5])
    expect(one?.regressors.map((values) => Array.from(values))).toEqual([[0, 1, 0]])
    expect(one?.futureRegressors.map((values) => Array.from(values))).toEqual([[1, 1]])
  })

  it.each([
    ['id,m,h,train\nA,7,2,1\n', 'it has no column test'],
    ['id,m,h,train,test\n', 'it has no series'],
    ['id,m,h,train,test\nA,7,2,1 x,1 2\n', 'set.csv, series A, train: "x" is not a number'],
    ['id,m,h,train,test\nA,7,2,1 2,1\n', 'series A: test has 1 values, h says 2'],
    ['id,m,h,train,test\nA,0,2,1 2,1 2\n', 'series A, m: "0" is not a whole number above 0'],
    ['id,m,h,train,test\nA,7,2,,1 2\n', 'series A: train is empty'],
    ['id,m,h,train,test,p_train,p_test\nA,7,1,1 2,1,0,0\n', 'series A: p_train has 1 values, train has 2'],
  ])('that is malformed is refused with what is wrong', async (text, problem) => {
    await expect(read(text)).rejects.toThrow(problem)
  })
})
