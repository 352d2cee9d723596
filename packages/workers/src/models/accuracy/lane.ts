type Place = { code: string; country: string; kind: string }

/** From where to where. A doorstep is named by its country: where people live is not kept. */
export const laneOf = (origin: Place, destination: Place) => `${nameOf(origin)} → ${nameOf(destination)}`

const nameOf = ({ code, country, kind }: Place) => (kind === 'address' ? country : code)
