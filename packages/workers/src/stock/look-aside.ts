import { inThread } from '@lading/process/in-thread'
import type { Looked, LookRequest } from './look.ts'

export type LookAside = (requests: LookRequest[]) => Promise<Looked[]>

/** Looks in a thread of its own: dozens of forecasts take seconds, and shipments go on meanwhile. Given up when the process stops. */
export const createLookAside =
  (stopping: AbortSignal): LookAside =>
  (requests) =>
    inThread(new URL('look-thread.ts', import.meta.url), requests, { what: 'forecasts', stopping })
