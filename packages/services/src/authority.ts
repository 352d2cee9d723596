export type Claim = { clientId: string; username: string | undefined; password: string | undefined }

/** Why nobody gets in, in the words of MQTT. */
export type Refused = { refused: 'client-id' | 'credentials' }

/** Who may connect to a broker, and what they may do there. `Identity` is whatever the authority knows them by. */
export type Authority<Identity> = {
  /** Throws where it cannot be found out now; the client may try again. */
  identify: (claim: Claim) => Promise<Identity | Refused>
  mayPublish: (identity: Identity, topic: string) => boolean
  /** Of a topic: whether a message may be delivered. Of a filter: whether it may be subscribed to. */
  mayHear: (identity: Identity, topic: string) => boolean
}

export const isRefused = (answer: unknown): answer is Refused => typeof answer === 'object' && answer !== null && 'refused' in answer
