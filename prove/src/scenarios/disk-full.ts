import { execFile } from 'node:child_process'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { NotPossibleHere } from '../not-possible-here.ts'
import type { Scenario } from '../scenario.ts'

const run = promisify(execFile)
const diskBytes = 32 * 1024 * 1024

export const diskFull: Scenario = {
  name: 'disk-full',
  about: 'the disk of InfluxDB is full for 8 s, then it is restarted: a tmpfs of 32 MB under its write-ahead log (Linux, as root)',
  runs: 'real',
  run: async (world) => {
    const { influx } = world.real
    const log = join(world.directory, 'influx', 'wal')
    await influx.stop()
    await mkdir(log, { recursive: true })
    await run('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', log]).catch((cause: Error & { stderr?: string }) => {
      throw new NotPossibleHere(`a file system of a limited size cannot be mounted: ${cause.stderr || cause.message}`, { cause })
    })
    world.afterwards(async () => {
      await influx.stop()
      await run('umount', [log])
    })
    await influx.start()
    await world.startIngest()
    const load = world.publish({ messages: 8_000, perSecond: 500 })
    await load.reached(1_500)
    const ballast = join(log, 'ballast')
    await fill(log, ballast)
    await sleep(8_000)
    await rm(ballast)
    await load.done
    // InfluxDB 1.6 goes on answering "no space left": the buffer of its write-ahead log remembers the error until a restart.
    // And what the full disk left half-written must not take along what came after it.
    await influx.kill()
    await influx.start()
    world.mended()
  },
}

/** All that is free, and again what was freed or rounded meanwhile. */
const fill = async (directory: string, file: string) => {
  for (let round = 0; round < 3; round += 1) {
    const { bavail, bsize } = await statfs(directory)
    await writeFile(file, Buffer.alloc(bavail * bsize), { flag: 'a' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOSPC') throw error
    })
  }
}
