import type { NewPartnerDocument } from '@lading/shared/contract/partner'
import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { partnerDocument } from '../schema/partner.ts'
import { lockPartner, noteChange, type Who } from './known.ts'

const documentsMost = 200

export const addDocument = (db: Db, code: string, document: NewPartnerDocument, who: Who) =>
  db.transaction(async (tx) => {
    await lockPartner(tx, code)
    const { kind, validFrom = null, validUntil = null } = document
    if (validFrom && validUntil && validUntil < validFrom)
      throw new DomainError('not-valid', 'It ends before it begins.', [{ path: '/validUntil', message: 'is before validFrom' }])
    if ((await tx.$count(partnerDocument, eq(partnerDocument.partnerCode, code))) >= documentsMost)
      throw new DomainError('not-valid', `At most ${documentsMost} documents are kept of a partner.`)
    const row = { kind, number: document.number?.trim() || null, validFrom, validUntil }
    await tx.insert(partnerDocument).values({ partnerCode: code, ...row, addedAt: who.now })
    await noteChange(tx, code, 'document-added', row, who)
  })

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
