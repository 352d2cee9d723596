import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keepClock } from '../../src/start/keep-clock.ts'

const clockFile = async () => {
  const { path, remove } = await temporaryDirectory()
  onTestFinished(remove)
  return join(path, 'clock.json')
}
const keptIn = async (file: string) => new Date(JSON.parse(await readFile(file, 'utf8')).stoppedAt)

describe('The note of platform time', () => {
  it('lets the next run go on exactly where this one stopped.', async () => {
    const file = await clockFile()
    const first = await keepClock({ file, speed: 3600 })
    await first.stop()
    const stoppedAt = await keptIn(file)
    const second = await keepClock({ file, speed: 3600 })
    expect(second.settings.start).toEqual(stoppedAt)
    await second.stop()
  })

  it('is ahead of the clock while it runs, so that a crash never turns time back.', async () => {
    const file = await clockFile()
    const { settings, stop } = await keepClock({ file, speed: 60 })
    expect((await keptIn(file)).getTime()).toBeGreaterThan(settings.start.getTime())
    await stop()
  })

  it('is done without when a crash has cut it short.', async () => {
    const file = await clockFile()
    await writeFile(file, '{"stoppedAt": "2026-0')
    const { settings, stop } = await keepClock({ file, speed: 60 })
    expect(settings.start).toEqual(settings.origin)
    await stop()
  })
})
