import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from './client.ts'

const withinMs = 120_000

/** Resolves when the map shows `wanted` shipments. */
export const waitForPositions = async (client: Client, wanted: number, signal: AbortSignal) => {
  const deadline = Date.now() + withinMs
  while (true) {
    const shown = (await client.shipmentsOnTheMap()).filter(({ position }) => position !== null)
    if (shown.length >= wanted) return
    if (Date.now() > deadline) {
      throw new Error(`after ${withinMs / 1000} s the map shows ${shown.length} shipments of the ${wanted} that were waited for`)
    }
    await sleep(250, undefined, { signal })
  }
}
