import type { LinkFound, LinksNow } from '@lading/store/postgres/tracking-link/look-up'
import { askTogether } from '../ask-together.ts'
import { inTime } from '../in-time.ts'

/** What is answered was true this long ago or later, in milliseconds: less than a page takes to come from anywhere. */
export const oldestAnswerMs = 50
// Changes are noted for an hour; whoever has not looked for that long does not know what is missing.
const trustedMs = 10 * 60_000
const mostLinks = 100_000

/**
 * What links were found to show, by the hashes of their tokens, until they expire or something of what they show changes. For that the
 * database is asked what changed since it was asked before: about however many links at once, and not again for a few milliseconds.
 */
export const createKnownLinks = ({
  lookUp,
  now = () => performance.now(),
  wallNow = Date.now,
}: {
  lookUp: (hashes: string[], since: string | undefined) => Promise<LinksNow>
  now?: () => number
  wallNow?: () => number
}) => {
  const known = new Map<string, LinkFound>()
  const hashesOf = new Map<string, string[]>()
  /** The moment of the database up to which everything that changed has been taken out of what is known, and when it was asked. */
  let upTo: string | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let doubtedAt = Number.NEGATIVE_INFINITY

  const forgetAll = () => {
    known.clear()
    hashesOf.clear()
  }

  const forget = (shipmentId: string) => {
    for (const hash of hashesOf.get(shipmentId) ?? []) known.delete(hash)
    hashesOf.delete(shipmentId)
  }

  const know = (found: Map<string, LinkFound>) => {
    if (known.size + found.size > mostLinks) forgetAll()
    for (const [hash, link] of found) {
      known.set(hash, link)
      hashesOf.set(link.shipmentId, [...(hashesOf.get(link.shipmentId) ?? []), hash])
    }
  }

  const look = async (hashes: string[]) => {
    const startedAt = now()
    const since = startedAt - lookedAt < trustedMs ? upTo : undefined
    const { moment, changed, found } = await lookUp(hashes, since).catch((error: unknown) => {
      // It may be another database that answers next.
      upTo = undefined
      throw error
    })
    if (changed === 'any') forgetAll()
    else for (const shipmentId of changed) forget(shipmentId)
    // Of two that look at once, one may find what the other knows to have changed since: it is an answer, but not kept.
    if (since === upTo || since === undefined) {
      know(found)
      upTo = moment
      lookedAt = startedAt
    }
    return found
  }

  const standing = (hash: string) => {
    const link = known.get(hash)
    return link && link.expiresAt.getTime() > wallNow() ? link : undefined
  }

  const ask = askTogether(async (hashes) => {
    const were = hashes.filter((hash) => known.has(hash))
    const found = await look(hashes.filter((hash) => !known.has(hash)))
    const changed = were.filter((hash) => !known.has(hash))
    const foundAgain = changed.length > 0 ? await look(changed) : []
    const stand = were.flatMap((hash): [string, LinkFound][] => {
      const link = standing(hash)
      return link ? [[hash, link]] : []
    })
    return new Map([...found, ...stand, ...foundAgain])
  })

  return {
    find: async (hash: string): Promise<LinkFound | undefined> => {
      const mayBeTrue = lookedAt > doubtedAt && now() - lookedAt < oldestAnswerMs
      return (mayBeTrue && standing(hash)) || inTime(ask(hash))
    },
    /** Something was written: whoever asks from now on hears of it. */
    doubt: () => {
      doubtedAt = now()
    },
  }
}

export type KnownLinks = ReturnType<typeof createKnownLinks>
