import type { NewSubmission, Submission, SubmissionDecision, SubmissionList } from '@lading/shared/contract/partner-document'
import { and, asc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { partnerSubmission } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'
import { keepDocument, readDocument } from './documents.ts'
import { lockPartner, noteChange, type Who } from './known.ts'

/** Nobody looks at more than that. */
const openMost = 20
const notThere = () => new DomainError('partner-not-found', 'There is no such document to decide on.')

type Row = typeof partnerSubmission.$inferSelect
const isOpen = eq(partnerSubmission.state, 'open')

const toSubmission = ({ id, kind, number, validFrom, validUntil, note, submittedAt, state, reason }: Row): Submission => ({
  ...{ id, kind, number, validFrom, validUntil, note, state, reason },
  submittedAt: submittedAt.toISOString(),
})

/** What a partner tells of a document of its own. It counts once staff have accepted it, and not before. */
export const submitDocument = (db: Db, code: string, told: NewSubmission, who: Who) =>
  db.transaction(async (tx) => {
    await lockPartner(tx, code)
    const document = readDocument(told)
    if ((await tx.$count(partnerSubmission, and(eq(partnerSubmission.partnerCode, code), isOpen))) >= openMost)
      throw new DomainError('not-valid', `${openMost} documents wait to be looked at: tell of others later.`)
    const row = { ...document, note: told.note?.trim() || null, submittedAt: who.now, submittedBy: who.userId }
    await tx.insert(partnerSubmission).values({ partnerCode: code, ...row })
    await noteChange(tx, code, 'document-submitted', document, who)
  })

/** Takes one back on which nobody has decided; of another partner there is none. */
export const takeBackSubmission = async (db: Db, code: string, id: string) => {
  const its = and(eq(partnerSubmission.id, id), eq(partnerSubmission.partnerCode, code), isOpen)
  const gone = await db.delete(partnerSubmission).where(its).returning()
  if (gone.length === 0) throw notThere()
}

/** Accepted it is kept among what the partner has shown, refused it is not: either once. Answers whose it is. */
export const decideSubmission = (db: Db, id: string, { state, reason }: SubmissionDecision, who: Who): Promise<string> =>
  db.transaction(async (tx) => {
    const why = reason?.trim() || null
    if (state === 'refused' && !why)
      throw new DomainError('not-valid', 'Say why, so that the partner can do better.', [{ path: '/reason', message: 'has to be given' }])
    const [row] = await tx
      .update(partnerSubmission)
      .set({ state, reason: state === 'refused' ? why : null, decidedAt: who.now, decidedBy: who.userId })
      .where(and(eq(partnerSubmission.id, id), isOpen))
      .returning()
    if (!row) throw notThere()
    const { partnerCode, kind, number, validFrom, validUntil } = row
    await lockPartner(tx, partnerCode)
    const document = { kind, number, validFrom, validUntil }
    if (state === 'accepted') await keepDocument(tx, partnerCode, document, who)
    else await noteChange(tx, partnerCode, 'document-refused', { ...document, reason: why }, who)
    return partnerCode
  })

/** On which nobody has decided, of all partners, oldest first. */
export const openSubmissions = async (db: Db): Promise<SubmissionList> => {
  const rows = await db
    .select({ row: partnerSubmission, name: partner.name })
    .from(partnerSubmission)
    .innerJoin(partner, eq(partner.code, partnerSubmission.partnerCode))
    .where(isOpen)
    .orderBy(asc(partnerSubmission.submittedAt), asc(partnerSubmission.id))
  return { items: rows.map(({ row, name }) => ({ ...toSubmission(row), partner: { code: row.partnerCode, name } })) }
}

/** What is still to be told of: open ones, and what was refused until the next of its kind is told of; newest first. */
export const submissionsOf = async (db: Db, code: string): Promise<Submission[]> => {
  const rows = await db.select().from(partnerSubmission).where(eq(partnerSubmission.partnerCode, code))
  const newest = rows.toSorted(
    (one, other) =>
      other.submittedAt.getTime() - one.submittedAt.getTime() || Number(other.state === 'open') - Number(one.state === 'open'),
  )
  const isLast = (row: Row) => newest.find(({ kind }) => kind === row.kind) === row
  return newest.filter((row) => row.state === 'open' || (row.state === 'refused' && isLast(row))).map(toSubmission)
}
