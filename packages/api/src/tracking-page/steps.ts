import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'

export const stepNames = ['announced', 'under-way', 'in-country', 'out-for-delivery', 'delivered'] as const
export type StepName = (typeof stepNames)[number]

/** One step of the journey; `reached` steps are behind or where it is now, and the last of them is `current`. */
export type Step = { name: StepName; reached: boolean; current: boolean }

export const stepsOf = (shipment: ShownShipment): Step[] => {
  const { legs } = shipment
  const names = stepNames.filter((name) => {
    if (name === 'in-country') return shipment.origin.country !== shipment.destination.country
    return name !== 'out-for-delivery' || legs.at(-1)?.mode === 'parcel'
  })
  const last = names.findLastIndex((name) => isReached(name, shipment))
  return names.map((name, index) => ({ name, reached: index <= last, current: index === last }))
}

const isReached = (name: StepName, { state, legs, destination }: ShownShipment) => {
  switch (name) {
    case 'announced':
      return true
    case 'under-way':
      return legs.some(({ departure }) => departure.actual !== null) || (state !== 'pending' && state !== 'info-received')
    case 'in-country':
      return legs.some((leg) => leg.destination.country === destination.country && leg.arrival.actual !== null)
    case 'out-for-delivery':
      return state === 'out-for-delivery' || state === 'attempt-failed' || state === 'available-for-pickup'
    case 'delivered':
      return state === 'delivered'
  }
}
