import type { DomainError } from '@lading/store/postgres/domain-error'
import { describe, expect, it } from 'vitest'
import { readCustomsFigures } from '../../src/csv/customs-figures.ts'

const now = new Date('2026-05-01T00:00:00Z')
const read = (...lines: string[]) => readCustomsFigures(lines.join('\n'), now)
const wrongWith = (...lines: string[]) => {
  try {
    read(...lines)
  } catch (error) {
    return (error as DomainError).issues.map(({ path }) => path)
  }
  throw new Error('it was read')
}

describe('Published figures', () => {
  it('are read from hours of compliance with a column a year; what is not known and what is no country is passed over.', () => {
    expect(
      read(
        'iso3,import_border_compliance_hours_2018,import_documentary_compliance_hours_2018,import_border_compliance_hours_2019,note',
        'NLD,0.0,1.0,2,small',
        'BRA,..,,30,',
        'EAS,60,50,60,a region',
      ),
    ).toEqual({
      rows: 3,
      passedOver: 1,
      figures: [
        { country: 'NL', year: 2018, borderHours: 0, documentHours: 1 },
        { country: 'NL', year: 2019, borderHours: 2 },
        { country: 'BR', year: 2019, borderHours: 30 },
      ],
    })
  })

  it('are read from series a row, of which three are used, and put together.', () => {
    expect(
      read(
        'iso3,series_code,series_name,year,value',
        'NLD,LP.LPI.CUST.XQ,"Efficiency of customs, score",2023,3.9',
        'NLD,LP.LPI.CUST.RK,"Efficiency of customs, rank",2023,7',
        'NLD,IC.IMP.TMBC,hours,2023,4',
        'WLD,LP.LPI.CUST.XQ,score,2023,2.9',
      ),
    ).toEqual({ rows: 4, passedOver: 1, figures: [{ country: 'NL', year: 2023, customsScore: 3.9, borderHours: 4 }] })
  })

  it('are read from a table of your own, in either code of a country.', () => {
    expect(read('country,year,border_hours,document_hours,customs_score', 'de,2024,12,6,', 'USA,2024,,,3.7').figures).toEqual([
      { country: 'DE', year: 2024, borderHours: 12, documentHours: 6 },
      { country: 'US', year: 2024, customsScore: 3.7 },
    ])
  })

  it.each([
    ['a country of a table of your own that is none', ['country,year,border_hours', 'XX,2024,1'], ['line 2, country']],
    [
      'hours that are no number, or fewer than none',
      ['iso2,year,border_hours,document_hours', 'NL,2024,soon,-1'],
      ['line 2, border_hours', 'line 2, document_hours'],
    ],
    ['a score beyond 1 to 5', ['iso3,series_code,year,value', 'NLD,LP.LPI.CUST.XQ,2023,7'], ['line 2, value']],
    ['a year that has not come', ['country,year,border_hours', 'NL,2027,1', 'NL,last,1'], ['line 2, year', 'line 3, year']],
    ['a figure that is told twice', ['country,year,border_hours', 'NL,2024,1', 'NLD,2024,2'], ['line 3, border_hours']],
    ['a table that nobody knows', ['a,b', '1,2'], ['line 1', 'line 1']],
    ['a table without countries', ['year,border_hours', '2024,1'], ['line 1']],
    ['a table with no figure in it', ['country,year,border_hours', 'NL,2024,'], ['line 1']],
  ])('are refused for %s.', (_, lines, paths) => expect(wrongWith(...lines)).toEqual(paths))
})
