import type { NewSubmission } from '@lading/shared/contract/partner-document'
import type { NewDisputeMove, OrderConfirmation, OwnDispute, PartnerOrder, PartnerProfile } from '@lading/shared/contract/partner-portal'
import { authorised } from '../server/authorised.ts'

/** What a supplier says of when lines of its order come; answers the order as it is then. */
export const confirmOrder = (id: string, lines: OrderConfirmation['lines']) =>
  authorised<PartnerOrder>(`/v1/partner/orders/${id}/confirmations`, { method: 'POST', body: { lines } })

export const disputeEvidence = (evidenceId: string, description: string) =>
  authorised<OwnDispute>('/v1/partner/disputes', { method: 'POST', body: { evidenceId, description } })

export const moveDispute = (id: string, move: NewDisputeMove) =>
  authorised<OwnDispute>(`/v1/partner/disputes/${id}/moves`, { method: 'POST', body: move })

/** Tells of a document of one's own; answers who one is then. */
export const submitDocument = (document: NewSubmission) =>
  authorised<PartnerProfile>('/v1/partner/documents', { method: 'POST', body: document })

export const takeBackDocument = (id: string) => authorised<PartnerProfile>(`/v1/partner/documents/${id}`, { method: 'DELETE' })
