import type { NewService } from '@lading/shared/contract/network'
import { isCurrency } from '@lading/shared/domain/money'
import type { Issue } from '@lading/store/postgres/domain-error'

/** What a schema cannot say of a service; `path` goes before the name of each field. */
export const checkService = ({ origin, destination, transitHours, price, validFrom, validUntil }: NewService, path = '/'): Issue[] => {
  const { p10, p50, p90 } = transitHours
  const wrong = (field: string, message: string): Issue[] => [{ path: `${path}${field}`, message }]
  return [
    ...(origin === destination ? wrong('destination', 'is the origin too') : []),
    ...(p10 !== undefined && p10 > p50 ? wrong('transitHours', 'P10 is more than P50') : []),
    ...(p90 !== undefined && p90 < p50 ? wrong('transitHours', 'P90 is less than P50') : []),
    ...(price && !isCurrency(price.currency) ? wrong('price', `${price.currency} is not a currency of ISO 4217`) : []),
    ...(validFrom && validUntil && Date.parse(validUntil) <= Date.parse(validFrom)
      ? wrong('validUntil', 'is not after the beginning')
      : []),
  ]
}
