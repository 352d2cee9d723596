type Leg = { plannedHours: number }

/** Of the legs the one that takes longest by plan: how goods go for most of the way. */
export const mainLegOf = <Its extends Leg>(legs: Its[]): Its | undefined =>
  legs.reduce<Its | undefined>((longest, leg) => (longest && longest.plannedHours >= leg.plannedHours ? longest : leg), undefined)
