/**
 * How far ahead arrival times look, in hours to go as they see it, told apart as people plan: today, tomorrow, this week. After so many
 * hours in the same horizon another one counts: twice where all goes well, more often where goods are held up, as people then see them.
 */
export const horizons = [
  { name: '0-6 h', untilHours: 6, againAfterHours: 3 },
  { name: '6-24 h', untilHours: 24, againAfterHours: 9 },
  { name: '24-72 h', untilHours: 72, againAfterHours: 24 },
  { name: '72-168 h', untilHours: 168, againAfterHours: 48 },
  { name: 'over 168 h', untilHours: Number.POSITIVE_INFINITY, againAfterHours: 96 },
] as const

export type Horizon = (typeof horizons)[number]
export const horizonOf = (hours: number) => horizons.find(({ untilHours }) => hours <= untilHours) as Horizon
