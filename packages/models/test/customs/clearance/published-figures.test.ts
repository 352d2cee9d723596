import { describe, expect, test } from 'vitest'
import { figuresInForce, readComplianceHours, readLogisticsPerformance } from '../../../src/customs/clearance/published-figures.ts'

const countryOf = (iso3: string) => ({ AAA: 'AA', BBB: 'BB' })[iso3]

describe('published figures', () => {
  const hours = readComplianceHours(
    [
      { iso3: 'AAA', import_border_compliance_hours_2018: '96.0', import_documentary_compliance_hours_2018: '' },
      { iso3: 'BBB', import_border_compliance_hours_2018: '', import_documentary_compliance_hours_2018: '' },
      { iso3: 'XXX', import_border_compliance_hours_2018: '1', import_documentary_compliance_hours_2018: '1' },
    ],
    countryOf,
  )
  const scores = readLogisticsPerformance(
    [
      { iso3: 'AAA', series_code: 'LP.LPI.CUST.XQ', year: '2018', value: '2.1' },
      { iso3: 'AAA', series_code: 'LP.LPI.CUST.XQ', year: '2023', value: '3.1' },
      { iso3: 'AAA', series_code: 'LP.LPI.CUST.RK', year: '2023', value: '40' },
      { iso3: 'BBB', series_code: 'LP.LPI.CUST.XQ', year: '2023', value: '' },
    ],
    countryOf,
  )

  test('are read from the tables of the World Bank, what is missing left out', () => {
    expect(hours).toEqual([{ country: 'AA', year: 2018, borderHours: 96 }])
    expect(scores).toEqual([
      { country: 'AA', year: 2018, customsScore: 2.1 },
      { country: 'AA', year: 2023, customsScore: 3.1 },
    ])
  })

  test('count from their year on, and the latest counts', () => {
    const at = (year: number) => figuresInForce([...scores, ...hours], 'AA', Date.UTC(year, 5))
    expect(at(2017)).toEqual({})
    expect(at(2019)).toEqual({ borderHours: { value: 96, year: 2018 }, customsScore: { value: 2.1, year: 2018 } })
    expect(at(2026).customsScore).toEqual({ value: 3.1, year: 2023 })
  })
})
