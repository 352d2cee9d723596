const hourMs = 3_600_000

/** A session ends when it was not used for 12 hours, and 7 days after it began however much it is used. */
export const sessionExpiry = (createdAt: Date, usedAt: Date) =>
  new Date(Math.min(usedAt.getTime() + 12 * hourMs, createdAt.getTime() + 7 * 24 * hourMs))

/** How much later a session must end before that is written down, so that not every request writes. */
export const worthExtendingMs = 60_000
