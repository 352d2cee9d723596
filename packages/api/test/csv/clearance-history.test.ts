import { partyKey } from '@lading/store/postgres/clearance-outcome/party-key'
import { DomainError } from '@lading/store/postgres/domain-error'
import { describe, expect, it } from 'vitest'
import { readClearanceHistory } from '../../src/csv/clearance-history.ts'
import { instantOf } from '../../src/csv/instant-of.ts'

const now = new Date('2026-05-01T00:00:00Z')
const heading = 'id,country,office,hs_code,mode,party,submitted_at,cleared_at,channel,missing_documents,restrictions'
const read = (...lines: string[]) => readClearanceHistory([heading, ...lines].join('\n'), now)
const wrongWith = (...lines: string[]) => {
  try {
    read(...lines)
  } catch (error) {
    return (error as DomainError).issues.map(({ path }) => path)
  }
  throw new Error('it was read')
}

describe('Past clearances', () => {
  it('are read with everything that is known of them, and of parties a key.', () => {
    const [full, bare] = read(
      '1,NLD,NLRTM,94052100,sea,Havenzicht Douane BV,2026-01-05T08:00:00+01:00,2026-01-06 12:30,documents,CE declaration; invoice;,dual use',
      '2,US,,,,,2026-01-05,2026-01-05T09:00:00Z,released,,',
    )
    expect(full).toEqual({
      ...{ key: 'import/1', source: 'import', country: 'NL', office: 'NLRTM', hsCode: '94052100', mode: 'sea', channel: 'documents' },
      ...{ party: partyKey('havenzicht douane bv'), missingDocuments: ['CE declaration', 'invoice'], restrictions: ['dual use'] },
      ...{ submittedAt: new Date('2026-01-05T07:00:00Z'), clearedAt: new Date('2026-01-06T12:30:00Z') },
    })
    expect(bare).toMatchObject({
      country: 'US',
      office: null,
      hsCode: null,
      mode: null,
      party: null,
      missingDocuments: [],
      restrictions: [],
    })
  })

  it('are refused with every line and column that is wrong.', () => {
    expect(
      wrongWith(
        '1,EU,,9x,boat,,yesterday,2026-01-05T09:00:00Z,green,,',
        '1,NL,,,,,2026-01-05T09:00:00Z,2026-01-05T08:00:00Z,released,,',
        ',NL,,,,,2024-01-05,2026-04-05,released,,',
        '3,NL,,,,,2026-04-30,2026-06-01,released,,',
      ),
    ).toEqual([
      ...['country', 'hs_code', 'mode', 'channel', 'submitted_at'].map((field) => `line 2, ${field}`),
      ...['line 3, id', 'line 3, cleared_at', 'line 4, id', 'line 4, cleared_at', 'line 5, cleared_at'],
    ])
    expect(wrongWith()).toEqual(['line 1'])
    expect(() => readClearanceHistory('id,country\n1,NL', now)).toThrow(DomainError)
  })
})

it.each([
  ['2026-01-05', '2026-01-05T00:00:00.000Z'],
  ['2026-01-05T08:00', '2026-01-05T08:00:00.000Z'],
  ['2026-01-05 08:00:30.5', '2026-01-05T08:00:30.500Z'],
  ['2026-01-05T08:00:00-05:00', '2026-01-05T13:00:00.000Z'],
  ['05/01/2026', undefined],
  ['2026-13-05', undefined],
  ['', undefined],
])('"%s" is the instant %s, wherever it is read.', (text, instant) => expect(instantOf(text)?.toISOString()).toBe(instant))
