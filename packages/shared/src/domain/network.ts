/** What a way is wished to be. */
export const routeObjectives = ['time', 'cost', 'co2e', 'risk', 'balanced'] as const
export type RouteObjective = (typeof routeObjectives)[number]

/** What the hours of a leg rest on: how such legs went, what its carrier says, or a plan of ours. */
export const legBases = ['history', 'service', 'plan'] as const
