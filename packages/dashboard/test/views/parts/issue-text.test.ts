import type { Issue } from '@lading/shared/issue/issue'
import { issueCodes, sentences } from '@lading/shared/issue/sentences'
import { expect, it } from 'vitest'
import { issueText } from '../../../src/views/parts/issue-text.tsx'

it.each(issueCodes)('What is wrong (%s) is said with all that the api names.', (code) => {
  const names = [...sentences[code].matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  const params = Object.fromEntries(names.map((name, at) => [name, 11 + at]))
  const issue: Issue = { path: '', message: 'In English.', code, params }
  const text = issueText(issue)
  expect(names.filter((name) => !text.includes(String(params[name])))).toEqual([])
  expect(text).not.toBe('In English.')
})

it('What has no code, or one that is not known here, is said as the api says it.', () => {
  for (const issue of [
    { path: '', message: 'is odd' },
    { path: '', message: 'is odd', code: 'of-tomorrow' },
  ])
    expect(issueText(issue)).toBe('is odd')
})
