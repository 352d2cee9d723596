import type { ApiMetrics } from '../metrics.ts'
import type { Client } from './client.ts'
import type { Watched } from './snapshot.ts'

/** A client with what it looks at, the session it came with, and whether it sees clusters instead of single shipments. */
export type Follower = { client: Client; watched: Watched; session: string; clustered: boolean; stillAllowed: () => Promise<boolean> }

// Measured with a thousand: `npm run bench -- live`.
const followersMax = 2_000
// Somebody with many windows, but not somebody's runaway script.
const perSessionMax = 20

/** Who follows the live feed now. */
export const createFollowers = (metrics: Pick<ApiMetrics, 'liveClients'>) => {
  const followers = new Set<Follower>()
  const perSession = new Map<string, number>()
  const all = () => [...followers]
  const counted = () => metrics.liveClients.set(followers.size)
  return {
    all,
    count: () => followers.size,
    isFullFor: (session: string) => followers.size >= followersMax || (perSession.get(session) ?? 0) >= perSessionMax,
    add: (follower: Follower) => {
      followers.add(follower)
      perSession.set(follower.session, (perSession.get(follower.session) ?? 0) + 1)
      counted()
    },
    remove: (follower: Follower) => {
      if (!followers.delete(follower)) return
      const left = (perSession.get(follower.session) ?? 1) - 1
      if (left > 0) perSession.set(follower.session, left)
      else perSession.delete(follower.session)
      counted()
    },
    beat: () => {
      for (const { client } of followers) client.beat()
    },
    /** Ends the streams of those who have signed out since. */
    dismiss: () =>
      Promise.all(
        all().map(async ({ client, stillAllowed }) => {
          if (!(await stillAllowed())) client.end()
        }),
      ),
  }
}

export type Followers = ReturnType<typeof createFollowers>
