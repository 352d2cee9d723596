import type { FastifyBaseLogger } from 'fastify'
import { withinMs } from './within.ts'

export type Closer = { name: string; close: () => Promise<unknown> }

/** Closes one after the other, each with a share of the time: one that hangs does not keep the next one open. */
export const closeWithin = async (totalMs: number, closers: Closer[], log: FastifyBaseLogger) => {
  for (const { name, close } of closers) {
    try {
      await withinMs(totalMs / closers.length, close())
    } catch (error) {
      log.warn({ err: error }, `${name} could not be closed in time`)
    }
  }
}
