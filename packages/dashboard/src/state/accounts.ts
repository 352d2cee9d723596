import { signal } from '@preact/signals'
import type { Failure } from './server/failure.ts'

/** Who publishes for many devices: a gateway, which is a device with a list of others, or a bridge with topics. */
export type AccountKind = 'gateways' | 'bridges'

/** `lines` are the devices that a gateway carries, or the topic filters of a bridge. */
export type Account = { name: string; label: string | null; lines: string[]; revokedAt: string | null }

type Accounts = { status: 'loading' } | { status: 'failed'; failure: Failure } | { status: 'ready'; items: Account[] }

export const accounts = signal<Record<AccountKind, Accounts>>({ gateways: { status: 'loading' }, bridges: { status: 'loading' } })
