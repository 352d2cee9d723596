import { openLog } from '@lading/process/open-log'
import { expect, it } from 'vitest'

it('A log has which statement failed, and none of the values that it was given.', () => {
  const lines: string[] = []
  const log = openLog({}, { write: (line) => void lines.push(line) })
  const given = { query: 'select $1', params: ['Willemijn'] }
  log
    .child({ reqId: 'a' })
    .error({ err: Object.assign(new Error('Failed query: select $1\nparams: Willemijn'), given) }, 'a request failed')
  expect(lines.join('')).toContain('Failed query: select $1')
  expect(lines.join('')).not.toContain('Willemijn')
})
