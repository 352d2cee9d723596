import { nameSimilarity, nameTokens, similarEnough } from '@lading/shared/domain/name-similarity'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { textArray } from '../array-literal.ts'
import type { Transaction } from '../open.ts'
import { noteChange } from '../partner/known.ts'
import { screeningHit } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'

type Candidate = { code: string; own: string; list: string; ref: string; name: string; note: string | null }

/**
 * Holds the names of partners against those of all lists; of all partners where no codes are given. What is like enough is there once for
 * each entry, by its nearest name, until a person has decided. What was said of it stays as long as neither name changes; what is not
 * listed any more is marked as such, or goes where nobody said anything.
 */
export const screenPartners = async (tx: Transaction, codes: string[] | undefined, now: Date) => {
  const rows = await tx
    .select({ code: partner.code, name: partner.name, aliases: partner.aliases })
    .from(partner)
    .where(codes ? inArray(partner.code, codes) : undefined)
  const names = rows.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((own) => ({ code, own, tokens: nameTokens(own).join(' ') })),
  )
  const near = await nearestOf(tx, names)
  const before = await tx
    .select()
    .from(screeningHit)
    .where(codes ? inArray(screeningHit.partnerCode, codes) : undefined)
  const seen = new Set<string>()
  for (const { code, own, list, ref, name, note, similarity } of near) {
    seen.add(keyOf(code, list, ref))
    const known = before.find((hit) => keyOf(hit.partnerCode, hit.listCode, hit.ref) === keyOf(code, list, ref))
    const found = { partnerName: own, listName: name, note, similarity, isListed: true }
    if (!known) {
      await tx.insert(screeningHit).values({ partnerCode: code, listCode: list, ref, ...found, foundAt: now })
      await noteChange(tx, code, 'hit-found', { list, ref, name, similarity }, { userId: null, now })
      continue
    }
    const isSame = known.partnerName === own && known.listName === name
    const anew = isSame ? {} : ({ state: 'open', foundAt: now, decidedAt: null, decidedBy: null, decisionNote: null } as const)
    await tx
      .update(screeningHit)
      .set({ ...found, ...anew })
      .where(eq(screeningHit.id, known.id))
  }
  for (const hit of before) {
    if (seen.has(keyOf(hit.partnerCode, hit.listCode, hit.ref))) continue
    if (hit.state === 'open') await tx.delete(screeningHit).where(eq(screeningHit.id, hit.id))
    else if (hit.isListed)
      await tx
        .update(screeningHit)
        .set({ isListed: false })
        .where(and(eq(screeningHit.id, hit.id)))
  }
}

const keyOf = (...parts: string[]) => parts.join('\n')

/** Of each partner and entry the two names that are nearest, where they are near enough. */
const nearestOf = async (tx: Transaction, names: { code: string; own: string; tokens: string }[]) => {
  if (names.length === 0) return []
  const column = (of: (name: (typeof names)[number]) => string) => sql`${textArray(names.map(of))}::text[]`
  // Trigrams find those that are somewhat alike by an index; how alike they are is said by their words.
  const candidates = await tx.execute<Candidate>(sql`
    select mine.code, mine.own, listed.list_code as list, listed.ref, listed.name, listed.note
    from unnest(${column(({ code }) => code)}, ${column(({ own }) => own)}, ${column(({ tokens }) => tokens)}) as mine (code, own, tokens)
    join sanctions_name listed on listed.tokens % mine.tokens`)
  const nearest = new Map<string, Candidate & { similarity: number }>()
  for (const candidate of candidates) {
    const similarity = nameSimilarity(candidate.own, candidate.name)
    const key = keyOf(candidate.code, candidate.list, candidate.ref)
    if (similarity >= similarEnough && similarity > (nearest.get(key)?.similarity ?? 0)) nearest.set(key, { ...candidate, similarity })
  }
  return [...nearest.values()]
}
