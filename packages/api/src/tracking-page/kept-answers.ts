import type { Clock } from '@lading/shared/clock'
import { inTime } from '../in-time.ts'

/** An answer as it is sent, and until when it is true while nothing changes, in milliseconds of platform time. */
export type Made = { body: Buffer; untilMs: number }

type Kept = Made & { madeAt: number }
type OfLink = { version: string; answers: Map<string, Kept>; making: Map<string, Promise<Made | undefined>>; bytes: number }

// Whatever else an answer may depend on, it is no older than this.
const longestMs = 60_000
// Some thousands of pages.
const mostBytes = 32_000_000

/**
 * Answers of tracking links, kept in memory as they were sent. Who asks has looked up the version of what the link shows; an answer of
 * another version is gone, in every language. Nothing decides here whether a link may be followed: who finds that it may not says `forget`.
 * Those that were not asked for the longest go first.
 */
export const createKeptAnswers = ({
  clock,
  now = () => performance.now(),
  bytesMax = mostBytes,
  onAnswer = () => {},
}: {
  clock: Clock
  now?: () => number
  bytesMax?: number
  onAnswer?: (from: 'kept' | 'made') => void
}) => {
  // The one that was asked for last is the last.
  const links = new Map<string, OfLink>()
  let bytes = 0

  const forget = (link: string) => {
    bytes -= links.get(link)?.bytes ?? 0
    links.delete(link)
  }

  const ofVersion = (link: string, version: string) => {
    const known = links.get(link)
    const of: OfLink = known?.version === version ? known : { version, answers: new Map(), making: new Map(), bytes: 0 }
    if (known && of !== known) forget(link)
    links.delete(link)
    links.set(link, of)
    return of
  }

  const keep = (link: string, of: OfLink, what: string, made: Made) => {
    // Another version was asked for meanwhile.
    if (links.get(link) !== of) return
    const more = made.body.length - (of.answers.get(what)?.body.length ?? 0)
    of.answers.set(what, { ...made, madeAt: now() })
    of.bytes += more
    bytes += more
    for (const [oldest] of links) {
      if (bytes <= bytesMax) return
      forget(oldest)
    }
  }

  return {
    forget,
    /** The answer to `what` of this version of the link, made by `make` where none is kept that is true still; at the same time once. */
    get: async (link: string, version: string, what: string, make: () => Promise<Made | undefined>): Promise<Buffer | undefined> => {
      const of = ofVersion(link, version)
      const kept = of.answers.get(what)
      const isTrue = kept && clock.now().getTime() < kept.untilMs && now() - kept.madeAt < longestMs
      onAnswer(isTrue ? 'kept' : 'made')
      if (isTrue) return kept.body
      const making =
        of.making.get(what) ??
        make()
          .then((made) => {
            if (made) keep(link, of, what, made)
            return made
          })
          .finally(() => of.making.delete(what))
      of.making.set(what, making)
      return (await inTime(making))?.body
    },
  }
}
