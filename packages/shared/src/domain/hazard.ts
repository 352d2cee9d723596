/** What endangers goods in an area. */
export const hazardKinds = ['storm', 'flood', 'earthquake', 'wildfire', 'volcano', 'strike', 'conflict', 'closure', 'other'] as const
export type HazardKind = (typeof hazardKinds)[number]

/** Whether it is there now, is announced, or is over. */
export const hazardStates = ['active', 'announced', 'over'] as const
export type HazardState = (typeof hazardStates)[number]

/** Without an end it lasts until somebody says otherwise. */
export const hazardStateAt = ({ validFrom, validUntil }: { validFrom: string; validUntil: string | null }, nowMs: number): HazardState =>
  validUntil !== null && Date.parse(validUntil) <= nowMs ? 'over' : Date.parse(validFrom) > nowMs ? 'announced' : 'active'
