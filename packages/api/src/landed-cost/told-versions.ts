import type { ToldTable } from '@lading/store/postgres/told-version/read'

type Versions = Partial<Record<ToldTable, string>>

/** What is answered by was true this long ago or later, in milliseconds. */
export const oldestVersionMs = 50

/**
 * Which version of rules and rates there is: the database is asked once for whoever wants to know, and not again for a few milliseconds.
 * Whoever has told something doubts, and hears of it.
 */
export const createToldVersions = (ask: () => Promise<Versions>, now: () => number = () => performance.now()) => {
  let known: { versions: Versions; askedAt: number } | undefined
  let asking: { answer: Promise<Versions>; askedAt: number } | undefined
  let doubtedAt = Number.NEGATIVE_INFINITY

  const isGood = (askedAt: number) => askedAt > doubtedAt && now() - askedAt < oldestVersionMs

  const askNow = () => {
    const askedAt = now()
    const answer = ask().then((versions) => {
      if (!known || known.askedAt <= askedAt) known = { versions, askedAt }
      return versions
    })
    asking = { answer, askedAt }
    return answer
  }

  return {
    current: async (): Promise<Versions> => {
      if (known && isGood(known.askedAt)) return known.versions
      return asking && isGood(asking.askedAt) ? asking.answer : askNow()
    },
    doubt: () => {
      doubtedAt = now()
    },
  }
}

export type ToldVersions = ReturnType<typeof createToldVersions>
