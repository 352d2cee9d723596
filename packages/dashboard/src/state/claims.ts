import type { Claim, ClaimDetail, ClaimVerification } from '@lading/shared/contract/claim'
import { signal } from '@preact/signals'
import type { Load } from './server/load.ts'

/** What the filter lets through, the last opened first; `more` where there are others behind them. */
export const claims = signal<{ items: Claim[]; more: boolean }>({ items: [], more: false })
export const claimsLoad = signal<Load>({ status: 'loading' })
/** Those whose deadline is near or missed, for the queue. */
export const dueClaims = signal<Claim[]>([])
export const claimDetail = signal<ClaimDetail | undefined>(undefined)
/** Whether what is kept of the claim that is open is what was written. */
export const claimVerification = signal<{ id: string; found: ClaimVerification } | undefined>(undefined)

export const claimColumns = ['number', 'partner', 'kind', 'state', 'amount', 'due'] as const
