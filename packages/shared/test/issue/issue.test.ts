import Value from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { NewService } from '../../src/contract/network.ts'
import { type Issue, issueAt, wrongOn } from '../../src/issue/issue.ts'
import { issueOfSchema } from '../../src/issue/of-schema.ts'

describe('What is wrong with what was sent', () => {
  it('is said in English, and by a code with what the sentence names.', () => {
    expect(issueAt('line 3, hours', 'not-within', { value: '{most}', least: 0, most: 9 })).toEqual({
      path: 'line 3, hours',
      message: '"{most}" is not a number from 0 to 9',
      code: 'not-within',
      params: { value: '{most}', least: 0, most: 9 },
    })
    expect(issueAt('line 1', 'no-rows')).toEqual({ path: 'line 1', message: 'is not followed by anything that is read', code: 'no-rows' })
  })

  it('is noted of a line with its field.', () => {
    const issues: Issue[] = []
    wrongOn(7, issues)('id', 'twice', { value: 'a', line: 2 })
    expect(issues).toEqual([issueAt('line 7, id', 'twice', { value: 'a', line: 2 })])
  })

  it.each([
    [
      { instancePath: '', keyword: 'required', params: { missingProperty: 'a' } },
      { path: '/a', code: 'missing' },
    ],
    [
      { instancePath: '/n', keyword: 'maximum', params: { limit: 5 } },
      { path: '/n', code: 'too-large', params: { most: 5 } },
    ],
    [
      { instancePath: '/n', keyword: 'type', params: { type: ['a', 'b'] } },
      { path: '/n', code: 'wrong-type', params: { type: 'a,b' } },
    ],
    [
      { instancePath: '/n', keyword: 'unheard', params: {} },
      { path: '/n', code: 'not-as-expected' },
    ],
  ])('is told by a schema in its own words: %j', (error, issue) =>
    expect(issueOfSchema({ ...error, message: 'as it says' })).toEqual({ ...issue, message: 'as it says' }),
  )

  it('is told alike by the validator of a file and that of a request.', () => {
    const [issue] = Value.Errors(NewService, {}).map(issueOfSchema)
    expect(issue).toMatchObject({ path: expect.stringMatching(/^\/\w+$/), code: 'missing' })
  })
})
