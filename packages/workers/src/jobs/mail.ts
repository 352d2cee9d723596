import type { Clock } from '@lading/shared/clock'
import { messageFailed, messageGivenUp, messageSent, type Outgoing, takeMessage } from '@lading/store/postgres/news/outbox'
import type { Db } from '@lading/store/postgres/open'
import { composeMail, composeNote } from '../mail/compose.ts'
import type { Refused, SendMail } from '../mail/transport.ts'
import type { SendPush } from '../push/transport.ts'

type Deps = {
  db: Db
  dataKey: string
  publicUrl: string
  /** How each goes out, where it does at all. */
  mail?: { from: string; send: SendMail } | undefined
  push?: { send: SendPush } | undefined
  /** What a message says of times is platform time; when it is tried again is wall time. */
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
  ({ db, dataKey, publicUrl, mail, push, clock, wallClock, stopping, onSettled }: Deps) =>
  async () => {
    const send = async (message: Outgoing): Promise<'sent' | Refused> => {
      const now = clock.now()
      const { channel, address: endpoint, keys } = message
      if (channel === 'mail' && mail) return mail.send(composeMail(message, { from: mail.from, publicUrl }, now))
      if (channel === 'push' && push && keys) return push.send({ endpoint, keys }, composeNote(message, publicUrl, now))
      return { code: 'not-offered', forGood: true, addressee: false }
    }
    const settle = async (message: Outgoing) => {
      const answer = await send(message)
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
