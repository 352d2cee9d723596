import { describe, expect, it } from 'vitest'
import { worthSaying } from '../../src/start/log-line.ts'

describe('A line of a process log', () => {
  it.each([
    ['{"level":30,"msg":"listening"}', undefined],
    ['{"level":40,"msg":"slow"}', undefined],
    [
      '{"level":50,"msg":"the batch could not be written","err":{"message":"connection refused"}}',
      'the batch could not be written: connection refused',
    ],
    ['{"level":60,"err":{"message":"out of memory"},"msg":"out of memory"}', 'out of memory'],
    ['    at run (file:///lading/main.ts:3:1)', undefined],
    ["Error [ERR_MODULE_NOT_FOUND]: Cannot find module 'x'", "Error [ERR_MODULE_NOT_FOUND]: Cannot find module 'x'"],
    ['FATAL ERROR: Reached heap limit', 'FATAL ERROR: Reached heap limit'],
    ['The configuration cannot be used:', undefined],
    ['12', undefined],
    ['', undefined],
  ])('is repeated at the terminal only when it tells of an error: %s', (line, said) => {
    expect(worthSaying(line)).toBe(said)
  })
})
