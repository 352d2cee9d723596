import type { Clock } from '@lading/shared/clock'
import { messageFailed, messageGivenUp, messageSent, type Outgoing, takeMessage } from '@lading/store/postgres/news/outbox'
import type { Db } from '@lading/store/postgres/open'
import { composeMail } from '../mail/compose.ts'
import type { SendMail } from '../mail/transport.ts'

type Deps = {
  db: Db
  dataKey: string
  from: string
  publicUrl: string
  send: SendMail
  /** What a mail says of times is platform time; when it is tried again is wall time. */
  clock: Clock
  wallClock: Clock
  /** Aborted when the process ends: what is left is for the next run. */
  stopping: AbortSignal
  onSettled: (outcome: 'sent' | 'postponed' | 'given-up', message: { id?: string; attempts?: number; code?: string }) => void
}

const minuteMs = 60_000
/** After each try that failed; after the last one it is given up. Servers that put strangers off let them in within the hour. */
export const pausesMs = [1, 5, 30, 120, 480, 960].map((minutes) => minutes * minuteMs)
/** What one run sends at the most. */
const most = 500

/**
 * Sends what is due. At least once: a mail that a process took and did not settle, as it died, goes out again after five minutes,
 * under the same Message-ID. One that is refused for good is not tried again, and neither is an address that does not exist.
 */
export const createMailJob =
  ({ db, dataKey, from, publicUrl, send, clock, wallClock, stopping, onSettled }: Deps) =>
  async () => {
    const settle = async (message: Outgoing) => {
      const answer = await send(composeMail(message, { from, publicUrl }, clock.now()))
      const { id, attempts } = message
      const now = wallClock.now()
      if (answer === 'sent') {
        await messageSent(db, id, now)
        return onSettled('sent', { id, attempts })
      }
      const { code, forGood, addressee } = answer
      const pauseMs = pausesMs[attempts - 1]
      if (forGood || pauseMs === undefined) {
        await messageGivenUp(db, id, code, addressee, now)
        return onSettled('given-up', { id, attempts, code })
      }
      await messageFailed(db, id, code, new Date(now.getTime() + pauseMs))
      return onSettled('postponed', { id, attempts, code })
    }

    for (let sent = 0; sent < most && !stopping.aborted; sent++) {
      const message = await takeMessage(db, dataKey, wallClock.now())
      if (!message) return
      if (message === 'unreadable') onSettled('given-up', { code: message })
      else await settle(message)
    }
  }
