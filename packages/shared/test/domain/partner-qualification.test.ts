import { describe, expect, it } from 'vitest'
import { qualificationOf } from '../../src/domain/partner-qualification.ts'

const now = new Date('2026-06-01T12:00:00Z')
const licence = { kind: 'operating-licence' as const, validFrom: '2020-01-01', validUntil: '2030-01-01' }
const insurance = { kind: 'insurance' as const, validFrom: null, validUntil: null }
const carrier = { roles: ['carrier' as const], documents: [licence, insurance], reviewDue: '2026-12-31', suspendedSince: null, hits: [] }
const of = (change: Partial<Parameters<typeof qualificationOf>[0]>) => {
  const { status, reasons } = qualificationOf({ ...carrier, ...change }, now)
  return [status, ...reasons.map(({ code, document }) => (document ? `${code} ${document}` : code))]
}

describe('Whether a partner is qualified', () => {
  it('is so with all that its roles ask for, and says when the first of it ends.', () => {
    expect(qualificationOf(carrier, now)).toEqual({ status: 'qualified', reasons: [], nextExpiry: '2030-01-01' })
  })

  it.each<[string, Partial<Parameters<typeof qualificationOf>[0]>, string[]]>([
    ['a document is missing', { documents: [licence] }, ['not-qualified', 'document-missing insurance']],
    [
      'it ended yesterday',
      { documents: [{ ...licence, validUntil: '2026-05-31' }, insurance] },
      ['not-qualified', 'document-expired operating-licence'],
    ],
    [
      'it ends today',
      { documents: [{ ...licence, validUntil: '2026-06-01' }, insurance] },
      ['conditional', 'document-expiring operating-licence'],
    ],
    [
      'it begins tomorrow',
      { documents: [{ ...licence, validFrom: '2026-06-02' }, insurance] },
      ['not-qualified', 'document-not-yet-valid operating-licence'],
    ],
    [
      'it ends soon, and the next one follows',
      { documents: [{ ...licence, validUntil: '2026-06-10' }, { ...licence, validFrom: '2026-06-11' }, insurance] },
      ['qualified'],
    ],
    ['a role asks for more', { roles: ['carrier', 'broker'] }, ['not-qualified', 'document-missing broker-licence']],
    [
      'a document that nobody asks for has ended',
      { documents: [licence, insurance, { ...licence, kind: 'aeo', validUntil: '2020-02-01' }] },
      ['qualified'],
    ],
    ['a name on a list is like its own', { hits: ['open', 'false'] }, ['conditional', 'sanctions-open']],
    ['it is the one on the list', { hits: ['confirmed'] }, ['suspended', 'sanctions-confirmed']],
    ['somebody else is on the list', { hits: ['false'] }, ['qualified']],
    ['nobody looked when somebody should have', { reviewDue: '2026-05-31' }, ['conditional', 'review-overdue']],
    ['nobody said when to look', { reviewDue: null }, ['conditional', 'review-not-set']],
    [
      'somebody suspended it',
      { suspendedSince: '2026-05-01', documents: [] },
      ['suspended', 'suspended-by-person', 'document-missing operating-licence', 'document-missing insurance'],
    ],
  ])('when %s.', (_, change, expected) => {
    expect(of(change)).toEqual(expected)
  })
})
