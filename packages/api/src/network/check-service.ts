import type { NewService } from '@lading/shared/contract/network'
import { isCurrency } from '@lading/shared/domain/money'
import { type Issue, issueAt } from '@lading/shared/issue/issue'

/** What a schema cannot say of a service; `pathOf` says where a field of it stands. */
export const checkService = (
  { origin, destination, transitHours, price, validFrom, validUntil }: NewService,
  pathOf = (field: string) => `/${field}`,
): Issue[] => {
  const { p10, p50, p90 } = transitHours
  return [
    ...(origin === destination ? [issueAt(pathOf('destination'), 'same-as', { other: 'origin' })] : []),
    ...(p10 !== undefined && p10 > p50 ? [issueAt(pathOf('transitHours'), 'more-than', { one: 'P10', other: 'P50' })] : []),
    ...(p90 !== undefined && p90 < p50 ? [issueAt(pathOf('transitHours'), 'more-than', { one: 'P50', other: 'P90' })] : []),
    ...(price && !isCurrency(price.currency) ? [issueAt(pathOf('price'), 'currency-unknown', { value: price.currency })] : []),
    ...(validFrom && validUntil && Date.parse(validUntil) <= Date.parse(validFrom)
      ? [issueAt(pathOf('validUntil'), 'not-after', { other: 'validFrom' })]
      : []),
  ]
}
