import type { Db } from '@lading/store/postgres/open'
import { loadWatched, type Watched, watchedRevision } from '@lading/store/postgres/watched/load'

/** The fences and hazards that people drew, as they are now; read again only when somebody changed one. */
export const createWatch = ({ db }: { db: Db }) => {
  let known: { revision: number; watched: Watched } | undefined
  return async (): Promise<Watched> => {
    const revision = await watchedRevision(db)
    // The number first: what changes meanwhile is read again the next time.
    if (known?.revision !== revision) known = { revision, watched: await loadWatched(db) }
    return known.watched
  }
}
