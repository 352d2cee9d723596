import type { LandedCostQuote } from '@lading/shared/contract/landed-cost'
import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { landedCostQuote } from '../schema/landed-cost.ts'

/** Who asks: a person, or a program with a key of its own. */
export type Asker = { userId: string } | { apiKeyId: string }

/** A text with which a request may come again, of whom, and what it came with. */
export type Idempotency = { asker: Asker; key: string; bodyHash: string }

/** What was answered to a request with this key; refuses one that came with something else. */
export const quotedBefore = async (db: Db, { asker, key, bodyHash }: Idempotency): Promise<LandedCostQuote | undefined> => {
  const [found] = await db
    .select()
    .from(landedCostQuote)
    .where(and(isOf(asker), eq(landedCostQuote.idempotencyKey, key)))
  if (found && found.bodyHash !== bodyHash)
    throw new DomainError('idempotency-key-used', 'This Idempotency-Key came with another body before.', [
      { path: '/headers/idempotency-key', message: 'is of another request' },
    ])
  return found && toQuote(found)
}

/** Keeps a quote; of two with the same key the first one stays, and is answered. */
export const keepQuote = async (
  db: Db,
  quote: LandedCostQuote,
  rules: TradeRule[],
  asker: Asker,
  idempotency: Idempotency | undefined,
): Promise<LandedCostQuote> => {
  const { id, madeAt, validUntil, request, cost } = quote
  const kept = await db
    .insert(landedCostQuote)
    .values({
      ...{ id, ...madeBy(asker), madeAt: new Date(madeAt), validUntil: new Date(validUntil), request, cost, rules },
      ...(idempotency && { idempotencyKey: idempotency.key, bodyHash: idempotency.bodyHash }),
    })
    .onConflictDoNothing()
    .returning({ id: landedCostQuote.id })
  return kept.length > 0 || !idempotency ? quote : ((await quotedBefore(db, idempotency)) ?? quote)
}

/** A quote and the rules that it rests on. */
export const getQuote = async (db: Db, id: string): Promise<{ quote: LandedCostQuote; rules: TradeRule[] }> => {
  const [found] = await db.select().from(landedCostQuote).where(eq(landedCostQuote.id, id))
  if (!found) throw new DomainError('quote-not-found', 'There is no such quote.')
  return { quote: toQuote(found), rules: found.rules }
}

const toQuote = ({ id, madeAt, validUntil, request, cost }: typeof landedCostQuote.$inferSelect): LandedCostQuote => ({
  ...{ id, madeAt: madeAt.toISOString(), validUntil: validUntil.toISOString(), request, cost },
})

const madeBy = (asker: Asker) => ('userId' in asker ? { madeBy: asker.userId } : { madeWith: asker.apiKeyId })

const isOf = (asker: Asker) => ('userId' in asker ? eq(landedCostQuote.madeBy, asker.userId) : eq(landedCostQuote.madeWith, asker.apiKeyId))
