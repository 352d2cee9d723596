/**
 * What is measured: the servers of a deployment beyond one machine, by MQTT (`real`) or by HTTP (`http`), or what
 * `npm start` runs (`embedded`).
 */
export type Mode = 'real' | 'embedded' | 'http'

/** Enough for a round to take some seconds. */
export const messagesPerRound: Record<Mode, number> = { real: 100_000, embedded: 30_000, http: 50_000 }
