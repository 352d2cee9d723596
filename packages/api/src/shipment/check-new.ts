import type { NewShipment } from '@lading/shared/contract/shipment'
import { trackingNumberProblem } from '@lading/shared/domain/tracking-number'
import type { Issue } from '@lading/shared/issue/issue'
import { checkContainers, checkItems, checkLimits } from './check-parts.ts'

/** What is wrong with a new shipment beyond the shape of its fields; nothing where the list is empty. */
export const checkNewShipment = ({ trackingNumber, legs, items, limits, containers }: NewShipment): Issue[] => [
  ...checkNumber(trackingNumber),
  ...checkLegs(legs),
  ...checkItems(items),
  ...checkLimits(limits),
  ...checkContainers(containers),
]

const checkNumber = (trackingNumber: string | undefined): Issue[] => {
  const problem = trackingNumber === undefined ? undefined : trackingNumberProblem(trackingNumber)
  return problem ? [{ path: '/trackingNumber', message: problem }] : []
}

const checkLegs = (legs: NewShipment['legs']): Issue[] =>
  legs.flatMap((leg, index) => {
    const before = legs[index - 1]
    const issues: Issue[] = []
    const at = (field: string, message: string) => issues.push({ path: `/legs/${index}/${field}`, message })
    if (before && leg.origin !== before.destination) at('origin', `the leg before ends at ${before.destination}`)
    if (leg.origin === leg.destination) at('destination', 'is where the leg begins')
    if (Date.parse(leg.plannedArrival) <= Date.parse(leg.plannedDeparture)) at('plannedArrival', 'is not after the departure')
    if (before && Date.parse(leg.plannedDeparture) < Date.parse(before.plannedArrival))
      at('plannedDeparture', 'is before the leg before arrives')
    return issues
  })
