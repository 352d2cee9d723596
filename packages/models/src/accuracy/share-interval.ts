/** Standard deviations to either side that hold 95 % of a normal distribution. */
const z = 1.959964

/**
 * Between which shares the true one lies with 95 % confidence, when `hits` of `tries` independent tries hit (Wilson 1927). With no
 * tries, anywhere.
 */
export const shareInterval = (hits: number, tries: number): { from: number; until: number } => {
  if (tries <= 0) return { from: 0, until: 1 }
  const share = hits / tries
  const centre = (share + (z * z) / (2 * tries)) / (1 + (z * z) / tries)
  const half = (z / (1 + (z * z) / tries)) * Math.sqrt((share * (1 - share)) / tries + (z * z) / (4 * tries * tries))
  return { from: Math.max(0, centre - half), until: Math.min(1, centre + half) }
}
