import type { Verdict } from './beside-naive.ts'

/**
 * Whether predictions are made with a model after a test of it. One that loses to its naive rule is not used, one that wins is; in
 * between, things stay as they are: a model that was in use stays, and one that was put out of use has to win to come back.
 */
export const isUsedAfter = ({ says }: Verdict, wasInUse: boolean) => (says === 'worse' ? false : says === 'better' ? true : wasInUse)
