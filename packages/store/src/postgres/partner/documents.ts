import type { NewPartnerDocument } from '@lading/shared/contract/partner-document'
import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { partnerDocument } from '../schema/partner.ts'
import { lockPartner, noteChange, type Who } from './known.ts'

const documentsMost = 200

export const addDocument = (db: Db, code: string, document: NewPartnerDocument, who: Who) =>
  db.transaction(async (tx) => {
    await lockPartner(tx, code)
    await keepDocument(tx, code, readDocument(document), who)
  })

/** A document as it is kept; one that ends before it begins is none. */
export const readDocument = ({ kind, number, validFrom = null, validUntil = null }: NewPartnerDocument) => {
  if (validFrom && validUntil && validUntil < validFrom)
    throw new DomainError('not-valid', 'It ends before it begins.', [{ path: '/validUntil', message: 'is before validFrom' }])
  return { kind, number: number?.trim() || null, validFrom, validUntil }
}

/** Keeps it as shown; the partner is locked by whoever calls. */
export const keepDocument = async (tx: Transaction, code: string, document: ReturnType<typeof readDocument>, who: Who) => {
  if ((await tx.$count(partnerDocument, eq(partnerDocument.partnerCode, code))) >= documentsMost)
    throw new DomainError('not-valid', `At most ${documentsMost} documents are kept of a partner.`)
  await tx.insert(partnerDocument).values({ partnerCode: code, ...document, addedAt: who.now })
  await noteChange(tx, code, 'document-added', document, who)
}

export const removeDocument = (db: Db, code: string, id: string, who: Who) =>
  db.transaction(async (tx) => {
    await lockPartner(tx, code)
    const [gone] = await tx
      .delete(partnerDocument)
      .where(and(eq(partnerDocument.partnerCode, code), eq(partnerDocument.id, id)))
      .returning()
    if (!gone) throw new DomainError('partner-not-found', 'The partner has no such document.')
    const { kind, number, validFrom, validUntil } = gone
    await noteChange(tx, code, 'document-removed', { kind, number, validFrom, validUntil }, who)
  })
