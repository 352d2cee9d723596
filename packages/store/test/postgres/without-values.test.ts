import { inspect } from 'node:util'
import { withoutValues } from '@lading/shared/without-values'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'

describe('What may be written down of an error', () => {
  const row = { detail: 'Failing row contains (Willemijn, $argon2id$v=19).', where: 'COPY app_user, line 1: "Willemijn"' }
  const refused = Object.assign(new Error('violates check constraint "role"'), { code: '23514', ...row })
  const failed = new DrizzleQueryError('insert into app_user values ($1, $2)', ['Willemijn', '$argon2id$v=19'], refused)

  it.each([
    ['of a statement', failed],
    ['of what was caused by one', new Error('Nobody was added', { cause: failed })],
    ['of several at once', new AggregateError([failed], '1 of 3 failed')],
  ])('%s: which it was, where and why, and nothing of what it was given.', (_, error) => {
    const written = inspect(withoutValues(error), { depth: 9 })
    for (const said of ['insert into app_user values ($1, $2)', 'violates check constraint', '23514', 'without-values.test.ts'])
      expect(written).toContain(said)
    expect(written).not.toMatch(/Willemijn|argon2id/)
  })

  it('of anything else: all of it.', () => {
    const written = withoutValues(new TypeError('x is $& not a function')) as TypeError
    expect([written instanceof TypeError, written.message, written.stack?.split('\n')[0]]).toEqual([
      true,
      'x is $& not a function',
      'TypeError: x is $& not a function',
    ])
    expect(withoutValues('a text')).toBe('a text')
  })
})
