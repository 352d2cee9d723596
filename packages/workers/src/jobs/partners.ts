import { evidenceOf, observationsOf } from '@lading/models/partner/evidence'
import type { PartnerScore } from '@lading/models/partner/score'
import { type Scored, scorePartners } from '@lading/models/partner/score-partners'
import type { Clock } from '@lading/shared/clock'
import type { Db } from '@lading/store/postgres/open'
import { factsOfPartners } from '@lading/store/postgres/partner/facts'
import { namesOf } from '@lading/store/postgres/partner/names-of'
import { registered } from '@lading/store/postgres/partner/registered'
import { firstScores, keepPartnerScores, lastOfThePast, newestScores, type ScoreRow, weekMs } from '@lading/store/postgres/partner/scores'

type Deps = { db: Db; clock: Clock }

const dayMs = 86_400_000
/** The past is scored as far back as it is shown. */
const backMs = 52 * weekMs
/** What moves a score by less than a person would read is not kept; once a day it is all the same. */
const least = 0.0005

/**
 * Scores all partners from what is known of them now. What was imported of the time before the first score is scored as of then, week by
 * week, so that a history is there at once, and anew when more is told of it. Run twice it comes to the same.
 */
export const createPartnersJob =
  ({ db, clock }: Deps) =>
  async () => {
    const now = clock.now()
    const partners = await registered(db)
    if (partners.length === 0) return
    const facts = await factsOfPartners(db, partners, now)
    const known = partners.map(({ code, roles }): Scored => {
      const its = facts.get(code)
      return { code, roles, seen: its ? observationsOf(evidenceOf(its, now)) : [] }
    })
    const [newest, first, past] = [await newestScores(db), await firstScores(db), await lastOfThePast(db)]
    const rows = [...scorePartners(known, now)].flatMap(([code, score]) => {
      const before = newest.get(code)
      return before && !isWorthKeeping(before, score, now) ? [] : [toRow(code, score, now)]
    })
    const scores = [...scoresOfThePast(known, first, past, now), ...rows]
    const scored = new Set(scores.map(({ partnerCode }) => partnerCode))
    await keepPartnerScores(db, scores, partners.filter(({ code }) => scored.has(code)).flatMap(namesOf))
  }

const isWorthKeeping = (before: ScoreRow, score: PartnerScore, now: Date) =>
  now.getTime() - before.at.getTime() >= dayMs ||
  Math.abs(before.score - score.score) >= least ||
  score.aspects.some(({ aspect, observations }) => before.aspects.find((each) => each.aspect === aspect)?.observations !== observations)

/** What the scores of whole weeks would have been that nobody computed, from the first thing that was seen on; nothing where they are known. */
const scoresOfThePast = (known: Scored[], first: Map<string, Date>, past: Map<string, ScoreRow>, now: Date): ScoreRow[] => {
  const wanted = new Map<number, Set<string>>()
  for (const { code, seen } of known) {
    if (isStillTrue(past.get(code), seen)) continue
    const untilMs = Math.min((first.get(code) ?? now).getTime(), now.getTime())
    const sinceMs = Math.max(now.getTime() - backMs, Math.min(untilMs, ...seen.map(({ at }) => at.getTime())))
    for (let atMs = Math.ceil(sinceMs / weekMs) * weekMs; atMs < untilMs; atMs += weekMs)
      wanted.set(atMs, (wanted.get(atMs) ?? new Set()).add(code))
  }
  return [...wanted].flatMap(([atMs, codes]) => {
    const at = new Date(atMs)
    return [...scorePartners(known, at)].flatMap(([code, score]) => (codes.has(code) ? [toRow(code, score, at)] : []))
  })
}

/** Whether as much is known of the time before it as when it was computed. */
const isStillTrue = (last: ScoreRow | undefined, seen: Scored['seen']) =>
  last !== undefined &&
  last.aspects.reduce((sum, { observations }) => sum + observations, 0) ===
    seen.reduce((sum, { at, count = 1 }) => sum + (at <= last.at ? count : 0), 0)

const toRow = (partnerCode: string, { score, low, high, kindScore, aspects }: PartnerScore, at: Date): ScoreRow => ({
  ...{ partnerCode, at, score, low, high, kindScore, aspects },
})
