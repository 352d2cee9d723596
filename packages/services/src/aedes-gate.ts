import type { Aedes, AuthenticateError, Client } from 'aedes'
import { type Authority, type Claim, isRefused } from './authority.ts'

/** Puts an authority in front of a broker. `expel` disconnects whom it fits, and has those asked again who are just coming in. */
export const guard = <Identity>(broker: Aedes, authority: Authority<Identity>) => {
  // Kept after the connection, because a last will is published then.
  const identities = new WeakMap<Client, Identity>()
  const connected = new Set<Client>()
  let expulsions = 0

  const identify = async (claim: Claim) => {
    while (true) {
      const before = expulsions
      const answer = await authority.identify(claim)
      // What was true when it was asked may have changed since.
      if (before === expulsions) return answer
    }
  }

  broker.authenticate = (client, username, password, done) => {
    identify({ clientId: client.id, username, password: password?.toString() }).then(
      (answer) => {
        if (isRefused(answer)) return done(refusal(codes[answer.refused]), null)
        identities.set(client, answer)
        connected.add(client)
        client.conn.once('close', () => connected.delete(client))
        done(null, true)
      },
      () => done(refusal(serverUnavailable), null),
    )
  }
  const isAllowed = (client: Client | null, may: (identity: Identity, topic: string) => boolean, topic: string) => {
    const identity = client && identities.get(client)
    return identity ? may(identity, topic) : false
  }
  // MQTT 3.1.1 has no way to refuse one message: the connection ends, and nothing was acknowledged.
  broker.authorizePublish = (client, { topic }, done) =>
    done(isAllowed(client, authority.mayPublish, topic) ? null : new Error(`${client?.id} may not publish to ${topic}`))
  broker.authorizeSubscribe = (client, subscription, done) =>
    done(null, isAllowed(client, authority.mayHear, subscription.topic) ? subscription : null)
  // Again on delivery: a session that outlives its connection also keeps filters that were refused.
  broker.authorizeForward = (client, packet) => (isAllowed(client, authority.mayHear, packet.topic) ? packet : null)

  return {
    identities: () => [...connected].flatMap((client) => identities.get(client) ?? []),
    expel: (fits: (identity: Identity) => boolean) => {
      expulsions += 1
      for (const client of connected) {
        const identity = identities.get(client)
        if (!identity || !fits(identity)) continue
        // Nor may it leave a last will behind.
        identities.delete(client)
        client.close()
      }
    },
  }
}

// The numbers of MQTT 3.1.1; the package declares them for the compiler only.
const serverUnavailable = 3
const codes = { 'client-id': 2, credentials: 4 } as const

const refusal = (returnCode: number): AuthenticateError => Object.assign(new Error(''), { returnCode })
