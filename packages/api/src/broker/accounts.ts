import type { BrokerState } from '@lading/shared/contract/broker'

/**
 * Keeps a broker up to date that is told beforehand whom it shall let in. What was decided stands in PostgreSQL already when
 * these are called; a broker that is away is told when it is back.
 */
export type BrokerAccounts = {
  /** Throws where nobody could be let in now: a secret can be told only while it is known. */
  checkReady: () => Promise<void>
  /** This secret is the account's own from now on; who connected with another one is disconnected. Throws where it could not be told. */
  admit: (name: string, secret: string) => Promise<void>
  /**
   * What the account may do is something else, or nothing at all from now on: then it is disconnected as well. Throws where it
   * could not be told yet.
   */
  refresh: (name: string) => Promise<void>
  state: () => BrokerState
}

/** For brokers that ask at every connection, and so are never told. */
export const askingBroker: BrokerAccounts = {
  checkReady: async () => {},
  admit: async () => {},
  refresh: async () => {},
  state: () => ({ told: false, upToDate: true, checkedAt: null, needSecret: [], strangers: [] }),
}
