import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { endLeftBehind, rememberProcess } from '../src/left-behind.ts'
import { isAlive } from '../src/process-of.ts'
import { temporaryDirectory } from '../src/temporary-directory.ts'

const sleeper = async () => {
  const { path, remove } = await temporaryDirectory()
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const pid = child.pid as number
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await remove()
  })
  return { pid, file: join(path, 'sleeper.process.json'), ended: once(child, 'exit') }
}

describe('A process that a killed supervisor left behind', () => {
  it('is ended, and its note goes.', async () => {
    const { pid, file, ended } = await sleeper()
    await rememberProcess(file, pid)
    await endLeftBehind(file)
    expect(await ended).toEqual([null, 'SIGTERM'])
    await expect(stat(file)).rejects.toThrow(/ENOENT/)
  })

  it('is left alone when its id has been given to another program.', async () => {
    const { pid, file } = await sleeper()
    await writeFile(file, JSON.stringify({ pid, command: 'postgres -D /somewhere/else' }))
    await endLeftBehind(file)
    expect(isAlive(pid)).toBe(true)
  })

  it('does no harm when the note is half written.', async () => {
    const { pid, file } = await sleeper()
    await writeFile(file, `{"pid": ${pid}`)
    await endLeftBehind(file)
    expect(isAlive(pid)).toBe(true)
  })
})
