import type { News, Told } from '@lading/shared/domain/news'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsMessage, newsSubscription } from '../schema/news.ts'
import type { Due } from './due.ts'

/** What somebody has been told from now on, and the message that tells it; both or neither. False where another look came first. */
export const keepNews = (db: Db, { id, looks }: Pick<Due, 'id' | 'looks'>, { told, news }: { told: Told; news: News | null }, now: Date) =>
  db.transaction(async (tx): Promise<boolean> => {
    const changed = await tx
      .update(newsSubscription)
      .set({ told, looks: looks + 1 })
      .where(and(eq(newsSubscription.id, id), eq(newsSubscription.looks, looks)))
      .returning({ id: newsSubscription.id })
    if (changed.length === 0) return false
    if (news) await tx.insert(newsMessage).values({ subscriptionId: id, key: `news ${looks + 1}`, news, createdAt: now, dueAt: now })
    return true
  })
