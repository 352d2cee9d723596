import { setTimeout as sleep } from 'node:timers/promises'
import type { Kept } from './kept.ts'
import { type Balance, type Ledger, missing } from './ledger.ts'
import type { Message } from './message.ts'

type Deps = { ledger: Ledger; readBack: () => Promise<Kept>; deadlineMs?: number }

export type Outcome = Balance & { recoverySeconds: number; missing: Message[] }

const pollMs = 200
/** Reading everything back costs the databases more than what is measured, unless they are left alone for longer than it takes. */
const restsPerReading = 3

/** Compares until everything acknowledged is kept, or nothing more has come for so long that what is missing then is lost. */
export const createRecovery = ({ ledger, readBack, deadlineMs = 60_000 }: Deps) => {
  let recovered: Promise<number> | undefined

  const untilKept = async (messages: Set<Message>) => {
    const from = performance.now()
    let movedAt = from
    let open = messages
    for (;;) {
      const askedAt = performance.now()
      const still = new Set(missing(open, await readBack()))
      const now = performance.now()
      if (still.size < open.size) movedAt = now
      open = still
      if (open.size === 0 || now - movedAt > deadlineMs) return { open, tookMs: now - from }
      await sleep(Math.max(pollMs, restsPerReading * (now - askedAt)))
    }
  }

  return {
    untilKept: async () => {
      await untilKept(ledger.acknowledgedSoFar())
    },
    /** `also` is what has to come back besides, such as jobs. */
    begin: (also: Promise<unknown> = Promise.resolve()) => {
      const from = performance.now()
      recovered ??= Promise.all([untilKept(ledger.acknowledgedSoFar()), also]).then(() => performance.now() - from)
      // Whoever finishes hears of it.
      recovered.catch(() => {})
    },
    /** To be asked when the devices have ended. Without a fault that ends, recovery is what the last messages took. */
    finish: async (): Promise<Outcome> => {
      const { open, tookMs } = await untilKept(ledger.acknowledgedSoFar())
      const recoveryMs = recovered ? await recovered : tookMs
      return { ...ledger.balance(await readBack()), recoverySeconds: Math.round(recoveryMs / 100) / 10, missing: [...open] }
    },
  }
}
