/**
 * The parts that a journey is a chain of: under way, waiting where it changes hands or vehicles, waiting where it enters another country,
 * and being handed over at the end.
 */
export const stageKinds = ['leg', 'dwell', 'border', 'handover'] as const
export type StageKind = (typeof stageKinds)[number]

/** Where the truth about a stage comes from: a shipment that was followed here, or a history that somebody brought. */
export const outcomeSources = ['live', 'import'] as const
