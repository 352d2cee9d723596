import { BrokerAction, BrokerAnswer, BrokerClaim, BrokerState } from '@lading/shared/contract/broker'
import { createBrokerAuthority } from '@lading/store/broker/authority'
import { isSameText } from '@lading/store/postgres/secret'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['broker']
const Headers = Type.Object({ 'x-broker-secret': Type.Optional(Type.String({ maxLength: 1024 })) })
const answer = (isAllowed: boolean): BrokerAnswer => ({ result: isAllowed ? 'allow' : 'deny' })

// Not limited: a broker asks for every device that it serves. Who does not know its secret costs two hashes.
const config = { access: 'public', rateLimit: false } as const

/**
 * For brokers that ask by HTTP, such as EMQX. Every no is a plain "deny" with 200, also to who does not know the secret: a
 * broker takes any other status for "no opinion" and may go on to let the client in.
 */
export const brokerRoutes = async (app: App, { database: { sql }, settings, brokerAccounts }: Dependencies) => {
  const { brokerSecret, platformPassword } = settings
  const authority = createBrokerAuthority({ sql, platformPassword })
  const isBroker = (secret: string | undefined) => brokerSecret !== undefined && secret !== undefined && isSameText(secret, brokerSecret)

  app.get(
    '/v1/broker',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Whether the broker lets in whom it should, and which devices need a new secret',
        response: { 200: BrokerState },
      },
    },
    () => brokerAccounts.state(),
  )

  app.post(
    '/v1/broker/authentication',
    {
      config,
      schema: {
        tags,
        summary: 'Whether a broker shall let somebody in',
        headers: Headers,
        body: BrokerClaim,
        response: { 200: BrokerAnswer },
      },
    },
    async ({ headers, body: { clientid: clientId, username, password } }) => {
      if (!isBroker(headers['x-broker-secret'])) return answer(false)
      const identity = await authority.identify({ clientId, username, password })
      return answer(identity === 'platform' || !('refused' in identity))
    },
  )

  app.post(
    '/v1/broker/authorization',
    {
      config,
      schema: {
        tags,
        summary: 'Whether somebody whom a broker has let in may publish or subscribe',
        headers: Headers,
        body: BrokerAction,
        response: { 200: BrokerAnswer },
      },
    },
    async ({ headers, body: { username, action, topic } }) => {
      if (!isBroker(headers['x-broker-secret'])) return answer(false)
      const identity = await authority.recall(username)
      if (!identity) return answer(false)
      return answer(action === 'publish' ? authority.mayPublish(identity, topic) : authority.mayHear(identity, topic))
    },
  )
}
