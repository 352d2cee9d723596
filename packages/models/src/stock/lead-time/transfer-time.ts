import { type Belief, updated } from './belief.ts'

/** What was agreed counts as much as so many transfers. */
const agreedWeight = 4

/** How long a transfer is on its way, learnt from earlier ones between the same warehouses. */
export const transferTime = ({ agreedDays, pastDays }: { agreedDays: number; pastDays: number[] }): Belief =>
  updated(
    { meanDays: agreedDays, sdDays: 0, weight: agreedWeight },
    pastDays.map((days) => ({ days, sdDays: 0, weight: 1 })),
  )
