import { readFile, rename, writeFile } from 'node:fs/promises'
import type { JourneyRequest } from '../journey/create-journey.ts'
import { UsageError } from '../usage-error.ts'

/** Enough to go on where the last run stopped: journeys follow from their requests. */
export type DemoState = {
  seed: string
  nextNumber: number
  /** `secret` is what the device signs in with at the broker; `customsToldUntilMs` is when customs was last told of. */
  underWay: { request: JourneyRequest; shipmentId: string; reportedUntilMs: number; customsToldUntilMs?: number; secret?: string }[]
}

export const readState = async (file: string): Promise<DemoState | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new UsageError(`${file} cannot be read: ${error.message}`)
  })
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as DemoState
  } catch {
    throw new UsageError(`${file} is not JSON: delete it, and the demonstration begins anew`)
  }
}

/** Whole or not at all, also when the machine stops in between. */
export const writeState = async (file: string, state: DemoState) => {
  const draft = `${file}.new`
  await writeFile(draft, JSON.stringify(state), { mode: 0o600 })
  await rename(draft, file)
}
