/** Horizons that are told apart, by the hours that there were to go as the prediction saw it. */
const horizons = [
  { name: '0-6 h', untilHours: 6 },
  { name: '6-24 h', untilHours: 24 },
  { name: '24-72 h', untilHours: 72 },
  { name: '72-168 h', untilHours: 168 },
]

export const horizonOf = (hours: number) => horizons.find(({ untilHours }) => hours <= untilHours)?.name ?? 'over 168 h'
