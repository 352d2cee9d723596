import type { ApiMetrics } from '../metrics.ts'
import type { Client } from './client.ts'

/** A client with the session it came with, and whether it sees clusters instead of single shipments. */
export type Follower = { client: Client; session: string; clustered: boolean; stillAllowed: () => Promise<boolean> }

const followersMax = 500
// Somebody with many windows, but not somebody's runaway script.
const perSessionMax = 20

/** Who follows the live feed now. */
export const createFollowers = (metrics: Pick<ApiMetrics, 'liveClients'>) => {
  const followers = new Set<Follower>()
  const all = () => [...followers]
  const counted = () => metrics.liveClients.set(followers.size)
  return {
    all,
    count: () => followers.size,
    isFullFor: (session: string) =>
      followers.size >= followersMax || all().filter((follower) => follower.session === session).length >= perSessionMax,
    add: (follower: Follower) => {
      followers.add(follower)
      counted()
    },
    remove: (follower: Follower) => {
      followers.delete(follower)
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
