import { readFile } from 'node:fs/promises'
import type { Noted } from './harness/noted.ts'
import { type RealWorld, startWorld, type WorldOptions } from './harness/world.ts'
import { NotPossibleHere } from './not-possible-here.ts'
import type { Scenario } from './scenario.ts'

export type Result = {
  name: string
  sent: number
  acknowledged: number
  stored: number
  deadLettered: number
  lost: number
  duplicates: number
  recoverySeconds: number
  /** The most memory that a process of ingest has had at once; on Linux. */
  peakRssMb?: number
} & Partial<Noted>

/** Runs one scenario in a world of its own. Throws when it could not be carried out, which proves nothing either way. */
export const runScenario = async (scenario: Scenario, options: WorldOptions, say: (line: string) => void): Promise<Result> => {
  const world = await startWorld({ ...options, embedded: options.embedded || scenario.runs === 'embedded' })
  try {
    if (scenario.runs !== 'real') await scenario.run(world)
    else if (isReal(world)) await scenario.run(world)
    else throw new Error(`${scenario.name} needs real servers`)
    const { missing, ...figures } = await world.settle()
    for (const { topic, payload } of missing.slice(0, 3)) say(`    lost: ${topic} ${payload.subarray(0, 200)}`)
    const peakRssMb = world.peakRssMb()
    return { name: scenario.name, ...figures, ...(peakRssMb !== undefined && { peakRssMb }), ...world.noted() }
  } catch (error) {
    if (error instanceof NotPossibleHere) throw error
    const log = await readFile(world.logFile, 'utf8').catch(() => '')
    throw new Error(`${scenario.name}: ${(error as Error).message}\n${log.trim().split('\n').slice(-10).join('\n')}`, { cause: error })
  } finally {
    await world.stop()
  }
}

const isReal = (world: Awaited<ReturnType<typeof startWorld>>): world is RealWorld => world.real !== undefined
