import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '@lading/shared/domain/canonical-json'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { follow, sha256 } from '../../src/claim/chain.ts'
import { writePack } from '../../src/claim/pack.ts'

const command = new URL('../../src/claim/check-pack.ts', import.meta.url).pathname
const check = (...args: string[]) =>
  new Promise<{ code: number; said: Record<string, unknown> }>((resolve) => {
    execFile(process.execPath, [command, ...args], (error, stdout) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: JSON.parse(stdout || '{}') }),
    )
  })

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-pack-'))
})
afterAll(() => rm(directory, { recursive: true }))

it('The command that checks a pack says yes to what was handed out, and no to it with one byte changed or of another head.', async () => {
  const contents = { track: [{ lat: 51.95 }] }
  const body = { sha256: sha256(canonicalJson(contents)) }
  const entry = follow('claim', undefined, { at: '2026-05-01T00:00:00.000Z', by: null, partner: null, kind: 'pack', body })
  const file = join(directory, 'pack.json')
  await writeFile(file, writePack('claim', contents, [entry]))
  expect(await check(file, '--head', entry.hash)).toMatchObject({ code: 0, said: { isIntact: true, head: entry.hash, isItsHead: true } })
  expect(await check(file, '--head', '0'.repeat(64))).toMatchObject({ code: 1, said: { isItsHead: false } })
  await writeFile(file, (await readFile(file, 'utf8')).replace('51.95', '51.94'))
  expect(await check(file)).toMatchObject({ code: 1, said: { isIntact: false, mistake: 'contents' } })
})
