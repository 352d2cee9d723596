/** What a question without a limit answers with at the most: three years of a device that reports every quarter of an hour. */
export const defaultLimit = 100_000
