/** How an arrival stands against what was promised, while it is still to come. */
export const promiseStates = ['on-time', 'at-risk', 'late'] as const
export type PromiseState = (typeof promiseStates)[number]

/** One in five is too many to plan by; from one in two on it is more likely late than not. */
export const missThresholds = { atRisk: 0.2, late: 0.5 }

export const promiseStateOf = (missProbability: number): PromiseState =>
  missProbability >= missThresholds.late ? 'late' : missProbability >= missThresholds.atRisk ? 'at-risk' : 'on-time'
