import type { ListedPartner, NewPartner, PartnerDetail, PartnerList } from '@lading/shared/contract/partner'
import type { NewPartnerDocument, SubmissionDecision } from '@lading/shared/contract/partner-document'
import type { NewPartnerEvidence, PartnerEvidenceList } from '@lading/shared/contract/partner-evidence'
import type { ScreeningHit } from '@lading/shared/contract/sanctions'
import type { PartnerAspect } from '@lading/shared/domain/partner'
import { partnersQuery } from '../../state/address/partners.ts'
import { partnerDetail, partnerEvidence } from '../../state/partners.ts'
import { authorised } from '../server/authorised.ts'
import { createPaged } from '../server/paged.ts'
import { queryString, type Result } from '../server/request.ts'

export const partners = createPaged<ListedPartner>('/v1/partners', partnersQuery)

/** All of them whatever the list is filtered by, to choose one from. */
export const everyPartner = async () => {
  const all: ListedPartner[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await authorised<PartnerList>(`/v1/partners${queryString({ limit: 500, cursor })}`)
    if (!page.ok) return page
    all.push(...page.value.items)
    if (!page.value.nextCursor) return { ok: true as const, value: all }
    cursor = page.value.nextCursor
  }
}

const pathOf = (code: string) => `/v1/partners/${encodeURIComponent(code)}`

const shown = (result: Result<PartnerDetail>) => {
  if (result.ok) partnerDetail.value = result.value
  return result
}

export const loadPartner = async (code: string) => shown(await authorised<PartnerDetail>(pathOf(code)))

export const loadEvidence = async (code: string, aspect: PartnerAspect | undefined) => {
  const result = await authorised<PartnerEvidenceList>(`${pathOf(code)}/evidence${queryString({ aspect, limit: 60 })}`)
  if (result.ok) partnerEvidence.value = { code, ...result.value }
}

/** Whatever is done to a partner: it is shown as it is then, and so is the list. */
const change = async (path: string, method: string, body?: unknown) => {
  const result = shown(await authorised<PartnerDetail>(path, { method, ...(body !== undefined && { body }) }))
  if (result.ok) void partners.reload()
  return result
}

export const savePartner = (code: string, partner: NewPartner) => change(pathOf(code), 'PUT', partner)
export const addDocument = (code: string, document: NewPartnerDocument) => change(`${pathOf(code)}/documents`, 'POST', document)
export const removeDocument = (code: string, id: string) => change(`${pathOf(code)}/documents/${id}`, 'DELETE')
export const decideSubmission = (id: string, decision: SubmissionDecision) =>
  change(`/v1/partner-submissions/${id}/decision`, 'POST', decision)
export const suspendPartner = (code: string, reason: string) => change(`${pathOf(code)}/suspension`, 'PUT', { reason })
export const reinstatePartner = (code: string) => change(`${pathOf(code)}/suspension`, 'DELETE')

export const recordEvidence = async (code: string, evidence: NewPartnerEvidence) => {
  const result = await authorised<{ recorded: number }>(`${pathOf(code)}/evidence`, { method: 'POST', body: evidence })
  if (result.ok) await Promise.all([loadPartner(code), loadEvidence(code, undefined)])
  return result
}

export const decideHit = async (code: string, id: string, state: 'confirmed' | 'false', note: string) => {
  const result = await authorised<ScreeningHit>(`/v1/screening-hits/${id}/decision`, { method: 'POST', body: { state, note } })
  if (result.ok) await Promise.all([loadPartner(code), partners.reload()])
  return result
}
