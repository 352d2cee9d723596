import type { LandedCostQuote } from '@lading/shared/contract/landed-cost'
import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Database, Db } from '../open.ts'
import { landedCostQuote } from '../schema/landed-cost.ts'
import { frozenRules } from './freeze-rules.ts'

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

/** A quote and the rules that it rests on. */
export const getQuote = async ({ db, sql }: Database, id: string): Promise<{ quote: LandedCostQuote; rules: TradeRule[] }> => {
  const [found] = await db.select().from(landedCostQuote).where(eq(landedCostQuote.id, id))
  if (!found) throw new DomainError('quote-not-found', 'There is no such quote.')
  return { quote: toQuote(found), rules: await frozenRules(sql, found.ruleIds) }
}

const toQuote = ({ id, madeAt, validUntil, request, cost }: typeof landedCostQuote.$inferSelect): LandedCostQuote => ({
  ...{ id, madeAt: madeAt.toISOString(), validUntil: validUntil.toISOString(), request, cost },
})

const isOf = (asker: Asker) => ('userId' in asker ? eq(landedCostQuote.madeBy, asker.userId) : eq(landedCostQuote.madeWith, asker.apiKeyId))
