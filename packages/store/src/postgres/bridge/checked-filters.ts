import { whyNotBridged } from '@lading/shared/broker/topic-filter'
import { DomainError } from '../domain-error.ts'

/** Each filter once, in the order given. Throws where one may not be given to a bridge, and says which and why. */
export const checkedFilters = (topicFilters: string[]): string[] => {
  const issues = topicFilters.flatMap((filter, index) => {
    const message = whyNotBridged(filter)
    return message ? [{ path: `/topicFilters/${index}`, message }] : []
  })
  if (issues.length > 0) throw new DomainError('not-valid', 'There are topics that a bridge cannot be given.', issues)
  return [...new Set(topicFilters)]
}
