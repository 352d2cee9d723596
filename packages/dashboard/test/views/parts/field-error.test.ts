import { expect, it } from 'vitest'
import type { Failure } from '../../../src/state/server/failure.ts'
import { issuesOf, otherIssues } from '../../../src/views/parts/field-error.tsx'

const failure: Failure = {
  kind: 'answer',
  status: 400,
  code: 'invalid-request',
  issues: [
    { path: '/state', message: 'may not come after released' },
    { path: '/documents/1', message: 'must not be empty' },
    { path: '/documentsOfOthers', message: 'is not known' },
  ],
}

it('What an answer says of a field stands beneath it, and what it says of no field above the buttons.', () => {
  expect(issuesOf(failure, '/state')).toEqual(['may not come after released'])
  expect(issuesOf(failure, '/documents')).toEqual(['must not be empty'])
  expect(issuesOf(failure, '/note')).toEqual([])
  expect(otherIssues(failure, ['/state', '/documents'])).toEqual([{ path: '/documentsOfOthers', message: 'is not known' }])
  expect(issuesOf({ kind: 'unreachable' }, '/state')).toEqual([])
})
