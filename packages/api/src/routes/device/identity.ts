import { Device, DeviceId, GatewayDevices, Gateways, RegisteredDevice } from '@lading/shared/contract/device'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { getDevice } from '@lading/store/postgres/device/list'
import { revokeDevice } from '@lading/store/postgres/device/revoke'
import { rotateSecret } from '@lading/store/postgres/device/rotate-secret'
import { DomainError } from '@lading/store/postgres/domain-error'
import { carriedDevices } from '@lading/store/postgres/gateway/carried'
import { carryDevices } from '@lading/store/postgres/gateway/carry'
import { listGateways } from '@lading/store/postgres/gateway/list'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['devices']
const DeviceParams = Type.Object({ id: DeviceId })

/** Who a device is at the broker: its secret, its end, and what it may publish for others. */
export const deviceIdentityRoutes = async (app: App, { database: { db }, brokerAccounts, clock }: Dependencies) => {
  app.post(
    '/v1/devices/:id/revoke',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Disconnect a device and refuse it from now on', params: DeviceParams, response: { 200: Device } },
    },
    async ({ params: { id } }) => {
      await revokeDevice(db, id)
      await brokerAccounts.refresh(id)
      const device = await getDevice(db, id, clock.now())
      if (!device) throw new DomainError('device-not-found', 'There is no such device.')
      return device
    },
  )

  app.post(
    '/v1/devices/:id/secret',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Give a device a new secret, shown once; the old one ends, and a revoked device may connect again',
        params: DeviceParams,
        response: { 201: RegisteredDevice },
      },
    },
    async ({ params: { id } }, reply) => {
      await brokerAccounts.checkReady()
      const secret = await rotateSecret(db, id)
      await brokerAccounts.admit(id, secret)
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ id, secret, topic: telemetryTopic(id) })
    },
  )

  app.get(
    '/v1/gateways',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'The devices that publish for others, and for which', response: { 200: Gateways } },
    },
    () => listGateways(db),
  )

  app.get(
    '/v1/gateways/:id/devices',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Whose readings a gateway may publish besides its own',
        params: DeviceParams,
        response: { 200: GatewayDevices },
      },
    },
    async ({ params: { id } }) => ({ deviceIds: await carriedDevices(db, id) }),
  )

  app.put(
    '/v1/gateways/:id/devices',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Say whose readings a gateway, which is a registered device, may publish besides its own',
        params: DeviceParams,
        body: GatewayDevices,
        response: { 200: GatewayDevices },
      },
    },
    async ({ params: { id }, body: { deviceIds } }) => {
      await carryDevices(db, id, deviceIds)
      await brokerAccounts.refresh(id)
      return { deviceIds: await carriedDevices(db, id) }
    },
  )
}
