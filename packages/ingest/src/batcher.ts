import type { Delivery } from './delivery.ts'

type Deps = {
  settle: (deliveries: Delivery[]) => Promise<void>
  batchMax: number
  /** Settling failed for good. Its messages stay unacknowledged, and nothing is settled after them. */
  onError: (error: Error) => void
}

/**
 * Gathers messages while the batch before them is being settled, one batch at a time, so that acknowledgements go out in
 * the order of arrival. Batches adapt by themselves: what came in meanwhile goes next, be it one message or `batchMax`.
 * How much may wait is bounded by whoever adds.
 */
export const createBatcher = ({ settle, batchMax, onError }: Deps) => {
  let waiting: Delivery[] = []
  let running: Promise<void> | undefined

  const run = async () => {
    try {
      while (waiting.length > 0) {
        const batch = waiting.length <= batchMax ? waiting : waiting.slice(0, batchMax)
        waiting = waiting.length <= batchMax ? [] : waiting.slice(batchMax)
        await settle(batch)
      }
      running = undefined
    } catch (error) {
      onError(error as Error)
    }
  }

  return {
    add: (delivery: Delivery) => {
      waiting.push(delivery)
      // The messages of one read of the socket belong together.
      running ??= nextTurn().then(run)
    },
    /** Resolves when everything that was added is settled, or settling failed. */
    drain: async () => {
      await running
    },
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
