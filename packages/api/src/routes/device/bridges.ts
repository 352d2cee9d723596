import { Bridge, BridgeChange, BridgeName, BridgeSecret, NewBridge } from '@lading/shared/contract/bridge'
import { addBridge } from '@lading/store/postgres/bridge/add'
import { giveFilters, revokeBridge, rotateBridgeSecret } from '@lading/store/postgres/bridge/change'
import { getBridge, listBridges } from '@lading/store/postgres/bridge/list'
import { removeBridge } from '@lading/store/postgres/bridge/remove'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['devices']
const params = Type.Object({ name: BridgeName })
const config = { access: 'operator' } as const

/** What publishes for many devices at once, such as a LoRaWAN network server or Traccar: an account and its topics. */
export const bridgeRoutes = async (app: App, { database: { db }, brokerAccounts }: Dependencies) => {
  app.get(
    '/v1/bridges',
    { config: { access: 'viewer' }, schema: { tags, summary: 'The bridges and their topics', response: { 200: Type.Array(Bridge) } } },
    () => listBridges(db),
  )

  app.post(
    '/v1/bridges',
    {
      config,
      schema: { tags, summary: 'Open an account for a bridge; its secret is shown once', body: NewBridge, response: { 201: BridgeSecret } },
    },
    async ({ body }, reply) => {
      await brokerAccounts.checkReady()
      const secret = await addBridge(db, body)
      await brokerAccounts.admit(body.name, secret)
      return reply.code(201).header('cache-control', 'no-store').send({ name: body.name, secret })
    },
  )

  app.patch(
    '/v1/bridges/:name',
    {
      config,
      schema: { tags, summary: 'Say under which topics a bridge may publish', params, body: BridgeChange, response: { 200: Bridge } },
    },
    async ({ params: { name }, body: { topicFilters } }) => {
      await giveFilters(db, name, topicFilters)
      await brokerAccounts.refresh(name)
      return getBridge(db, name)
    },
  )

  app.post(
    '/v1/bridges/:name/secret',
    {
      config,
      schema: {
        tags,
        summary: 'Give a bridge a new secret, shown once; the old one ends, and a revoked bridge may connect again',
        params,
        response: { 201: BridgeSecret },
      },
    },
    async ({ params: { name } }, reply) => {
      await brokerAccounts.checkReady()
      const secret = await rotateBridgeSecret(db, name)
      await brokerAccounts.admit(name, secret)
      return reply.code(201).header('cache-control', 'no-store').send({ name, secret })
    },
  )

  app.post(
    '/v1/bridges/:name/revoke',
    {
      config,
      schema: { tags, summary: 'Disconnect a bridge and refuse it from now on', params, response: { 200: Bridge } },
    },
    async ({ params: { name } }) => {
      await revokeBridge(db, name)
      await brokerAccounts.refresh(name)
      return getBridge(db, name)
    },
  )

  app.delete(
    '/v1/bridges/:name',
    {
      config,
      schema: { tags, summary: 'Close the account of a bridge; what came through it stays', params, response: { 204: Type.Null() } },
    },
    async ({ params: { name } }, reply) => {
      await removeBridge(db, name)
      await brokerAccounts.refresh(name)
      return reply.code(204).send(null)
    },
  )
}
