import { listFigures } from '@lading/store/postgres/customs-figures/list'
import { putFigures } from '@lading/store/postgres/customs-figures/put'
import { listOffices } from '@lading/store/postgres/customs-office/list'
import { putOffice } from '@lading/store/postgres/customs-office/put'
import { removeOffice } from '@lading/store/postgres/customs-office/remove'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCustoms } from './a-customs-case.ts'

let customs: Awaited<ReturnType<typeof startCustoms>>
let db: Awaited<ReturnType<typeof startCustoms>>['database']['db']
beforeAll(async () => {
  customs = await startCustoms()
  db = customs.database.db
})
afterAll(() => customs?.stop())

test('Published figures are kept by country, year and source; tables complete each other, and what changes is counted.', async () => {
  const [first, second] = [new Date('2026-05-01T00:00:00Z'), new Date('2026-05-02T00:00:00Z')]
  const hours = [
    { country: 'NL', year: 2018, borderHours: 2, documentHours: 1 },
    { country: 'BR', year: 2018, borderHours: 30 },
  ]
  expect(await putFigures(db, hours, 'World Bank', first)).toBe(2)
  expect(await putFigures(db, hours, 'World Bank', second)).toBe(0)
  expect(await putFigures(db, [{ country: 'NL', year: 2018, customsScore: 4 }], 'World Bank', second)).toBe(1)
  expect(await putFigures(db, [{ country: 'NL', year: 2018, borderHours: 3 }], 'our own', second)).toBe(1)
  const [none, at] = [
    { documentHours: null, customsScore: null },
    { source: 'World Bank', year: 2018 },
  ]
  expect(await listFigures(db)).toEqual([
    { ...none, ...at, country: 'BR', borderHours: 30, importedAt: first.toISOString() },
    { ...at, country: 'NL', borderHours: 2, documentHours: 1, customsScore: 4, importedAt: second.toISOString() },
    { ...none, ...at, country: 'NL', borderHours: 3, source: 'our own', importedAt: second.toISOString() },
  ])
})

test('The hours of an office are said, said anew and forgotten, and come with the zone and the holidays they are for.', async () => {
  const hours = { mon: [['08:00', '17:30']] as [string, string][] }
  await putOffice(db, { code: 'NLRTM', hours: {}, closedOnHolidays: true })
  await putOffice(db, { code: 'NLRTM', hours, closedOnHolidays: false })
  expect(await listOffices(db)).toEqual([{ code: 'NLRTM', hours, closedOnHolidays: false, zone: 'Europe/Amsterdam', country: 'NL' }])
  await expect(putOffice(db, { code: 'XXXXX', hours, closedOnHolidays: true })).rejects.toMatchObject({ code: 'not-valid' })
  await removeOffice(db, 'NLRTM')
  await expect(removeOffice(db, 'NLRTM')).rejects.toMatchObject({ code: 'office-not-found' })
})
