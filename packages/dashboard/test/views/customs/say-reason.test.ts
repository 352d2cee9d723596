import { describe, expect, it } from 'vitest'
import { sayReason } from '../../../src/views/customs/say-reason.ts'

describe('A reason why customs is expected to do something is said in words', () => {
  it.each([
    [
      { code: 'published-hours', borderHours: 3, documentHours: 2, year: 2018 },
      'Published for 2018: 3 h at the border, 2 h for documents.',
    ],
    [
      { code: 'missing-documents', documents: ['Invoice', 'Packing list'], hoursAdded: 32 },
      'Missing: Invoice and Packing list. To find and check them usually takes 32 hrs more.',
    ],
    [
      { code: 'history', level: 'office', outcomes: 11.6, examination: 0.081, medianHours: 2 },
      '12 past clearances at this office: half within 2 hrs, 8% examined.',
    ],
    [{ code: 'never-open' }, 'By its opening hours the office is never open; they are left out.'],
  ])('%o', (reason, words) => expect(sayReason(reason)).toBe(words))

  it.each([[{ code: 'moon-phase' }], [{ code: 'history', level: 'planet', outcomes: 1, examination: 0, medianHours: 1 }]])(
    'unless it is not known here: %o',
    (reason) => expect(sayReason(reason)).toBeUndefined(),
  )
})
