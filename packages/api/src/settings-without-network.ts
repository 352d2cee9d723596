import type { Settings } from './dependencies.ts'

/** For an api that nobody reaches over a network: one that describes itself, or that a test asks in the same process. */
export const settingsWithoutNetwork: Settings = {
  publicUrl: 'http://localhost',
  trustProxy: false,
  tiles: null,
  broker: { host: null, port: 1883, tls: false },
  clockSpeed: 1,
  ownCurrency: 'EUR',
  currencyThreshold: 0.05,
  dashboardDirectory: '',
}
