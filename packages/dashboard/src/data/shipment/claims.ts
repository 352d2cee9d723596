import type { Claim, ClaimAttachment, ClaimDetail, ClaimMove, ClaimPage, ClaimVerification, NewClaim } from '@lading/shared/contract/claim'
import { effect, untracked } from '@preact/signals'
import { type ClaimFilter, partnerAddress } from '../../state/address/partners.ts'
import { claimDetail, claims, claimsLoad, claimVerification, dueClaims } from '../../state/claims.ts'
import { authorised } from '../server/authorised.ts'
import { queryString, type Result } from '../server/request.ts'

const refreshMs = 20_000
const dueEveryMs = 60_000
const atOnce = 200

const queryOf = (filter: ClaimFilter) => {
  if (filter === 'all') return {}
  if (filter === 'open') return { open: true }
  return filter === 'due' ? { open: true, due: true } : { state: filter }
}

export const loadClaims = async () => {
  const { claims: filter } = partnerAddress.value
  const result = await authorised<ClaimPage>(`/v1/claims${queryString({ ...queryOf(filter), limit: atOnce })}`)
  if (filter !== partnerAddress.value.claims) return
  claimsLoad.value = result.ok ? { status: 'ready' } : { status: 'failed', failure: result.failure }
  if (result.ok) claims.value = { items: result.value.items, more: result.value.nextCursor !== null }
}

const repeat = (load: () => Promise<unknown>, everyMs: number) => {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void load()
  }, everyMs)
  return () => clearInterval(timer)
}

/** Keeps the list true while it is on screen, anew with every filter. Returns how to stop. */
export const followClaims = () => {
  let last: ClaimFilter | undefined
  const stopFilter = effect(() => {
    const { claims: filter } = partnerAddress.value
    if (filter === last) return
    last = filter
    untracked(() => void loadClaims())
  })
  const stop = repeat(loadClaims, refreshMs)
  return () => {
    stopFilter()
    stop()
  }
}

const loadDue = async () => {
  const result = await authorised<ClaimPage>(`/v1/claims${queryString({ open: true, due: true, limit: atOnce })}`)
  if (result.ok) dueClaims.value = result.value.items
}

/** Keeps claims whose deadline is near or missed in the queue. Returns how to stop. */
export const followDueClaims = () => {
  void loadDue()
  return repeat(loadDue, dueEveryMs)
}

/** All claims about a shipment or an order, or of a partner. */
export const claimsAbout = async (what: { shipmentId: string } | { orderId: string } | { partner: string }): Promise<Result<Claim[]>> => {
  const result = await authorised<ClaimPage>(`/v1/claims${queryString({ ...what, limit: atOnce })}`)
  return result.ok ? { ok: true, value: result.value.items } : result
}

const pathOf = (id: string) => `/v1/claims/${encodeURIComponent(id)}`

export const packUrl = (id: string, sequence: number) => `${pathOf(id)}/packs/${sequence}`

/** The claim, and whether it is what was written. */
export const loadClaim = async (id: string) => {
  const [detail, verified] = await Promise.all([
    authorised<ClaimDetail>(pathOf(id)),
    authorised<ClaimVerification>(`${pathOf(id)}/verification`),
  ])
  if (detail.ok) claimDetail.value = detail.value
  if (verified.ok) claimVerification.value = { id, found: verified.value }
  return detail
}

/** Whatever is done to a claim: it is shown as it is then, and so are the lists. */
const change = async (path: string, body: unknown) => {
  const result = await authorised<ClaimDetail>(path, { method: 'POST', body })
  if (result.ok) await Promise.all([loadClaim(result.value.id), loadClaims(), loadDue()])
  return result
}

export const openClaim = (claim: NewClaim) => change('/v1/claims', claim)
export const moveClaim = (id: string, move: ClaimMove) => change(`${pathOf(id)}/moves`, move)
export const commentOnClaim = (id: string, text: string) => change(`${pathOf(id)}/comments`, { text })
export const attachToClaim = (id: string, attachment: ClaimAttachment) => change(`${pathOf(id)}/attachments`, attachment)
export const packClaim = (id: string) => change(`${pathOf(id)}/packs`, {})
