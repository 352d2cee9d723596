import type { Clock } from '@lading/shared/clock'
import type { DeadLetter } from '@lading/store/postgres/dead-letter/keep'
import type { StoredLetter } from '@lading/store/postgres/dead-letter/replay'
import type { Delivery } from './delivery.ts'

type Deps = {
  /** Takes letters that wait for replay; see `replayDeadLetters`. */
  take: (limit: number, process: (letters: StoredLetter[]) => Promise<DeadLetter[]>) => Promise<number>
  /** Settles deliveries like those of the broker, but hands over what is rejected instead of keeping it. */
  settleInto: (keep: (letters: DeadLetter[]) => Promise<void>) => (deliveries: Delivery[]) => Promise<void>
  /** Platform time: a replayed reading counts as received now. */
  clock: Clock
  onError: (error: Error) => void
  everyMs?: number
}

const lettersAtOnce = 500

/**
 * Sends dead letters through the pipeline again once somebody asked for it. At least once: a letter goes when what it says
 * is durable, and one that fails again stays, with its new reason and its old time.
 */
export const createReplay = ({ take, settleInto, clock, onError, everyMs = 1_000 }: Deps) => {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  const replay = (letters: StoredLetter[]) => {
    const again: DeadLetter[] = []
    const settle = settleInto(async (some) => void again.push(...some))
    const deliveries = letters.map(({ topic, payload, receivedAt, times }): Delivery => {
      return { topic, payload, receivedAtMs: clock.now().getTime(), connection: undefined, kept: { receivedAt, times } }
    })
    return settle(deliveries).then(() => again)
  }

  const run = async () => {
    try {
      while (!closed && (await take(lettersAtOnce, replay)) === lettersAtOnce);
    } catch (error) {
      if (!closed) onError(error as Error)
    }
    if (!closed) schedule()
  }

  const schedule = () => {
    timer = setTimeout(() => {
      running = run()
    }, everyMs)
  }

  schedule()
  return {
    /** Finishes what it is about, and takes no more. */
    close: async () => {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
