import type { NewCustomsEvent } from '@lading/shared/contract/customs'
import { statesByEdifact } from '@lading/shared/domain/customs-entry'
import { DomainError } from '@lading/store/postgres/domain-error'

const hourMs = 3_600_000
/** Clocks of partners may be somewhat ahead. */
const aheadMs = hourMs

/** An event in our words, whichever it was told in. */
export const readCustomsEvent = ({ state, edifactCode, eventTime, documents, note }: NewCustomsEvent, now: Date) => {
  const told = state ?? statesByEdifact[edifactCode ?? '']
  if (!told || (state && edifactCode)) throw notValid('/state', 'either this or edifactCode is needed, and not both')
  const at = eventTime ? new Date(eventTime) : now
  refuseFuture(at, now)
  const source = edifactCode ? ('partner' as const) : ('person' as const)
  return { state: told, eventTime: at, source, ...(documents && { documents }), ...(note !== undefined && { note }) }
}

export const refuseFuture = (eventTime: Date, now: Date) => {
  if (eventTime.getTime() > now.getTime() + aheadMs) throw notValid('/eventTime', 'has not come yet')
}

const notValid = (path: string, message: string) => new DomainError('not-valid', 'The event is not valid.', [{ path, message }])
