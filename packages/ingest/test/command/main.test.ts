import { describe, expect, test } from 'vitest'
import { runCommand } from '../support/command.ts'

const failing = (...args: string[]) =>
  runCommand(args).then(
    () => expect.unreachable('it did not fail'),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  )

describe('npm run ingest', { timeout: 30_000 }, () => {
  test('says how to use it.', async () => {
    expect((await runCommand([])).stdout).toContain('replay-dead-letters --reason R [--device D]')
  })

  test('never replays everything by accident, and says what it does not know.', async () => {
    expect(await failing('replay-dead-letters')).toEqual({ code: 1, stderr: 'say which dead letters: --reason R, --device D, or both\n' })
    expect((await failing('empty-everything')).stderr).toContain('nothing called "empty-everything"')
    expect((await failing('replay-dead-letters', '--reason', 'flood', '--addresses', '/nowhere.json')).stderr).toContain('npm start')
  })
})
