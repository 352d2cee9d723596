import {
  Assignment,
  Device,
  DeviceId,
  DevicePage,
  DeviceQuery,
  NewAssignment,
  NewDevice,
  RegisteredDevice,
} from '@lading/shared/contract/device'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { liveTopics } from '@lading/shared/live/topics'
import { requestReplay } from '@lading/store/postgres/dead-letter/request-replay'
import { assignDevice } from '@lading/store/postgres/device/assign'
import { getDevice, listDevices } from '@lading/store/postgres/device/list'
import { registerDevice } from '@lading/store/postgres/device/register'
import { DomainError } from '@lading/store/postgres/domain-error'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { askForWork } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['devices']
const DeviceParams = Type.Object({ id: DeviceId })

export const deviceRoutes = async (app: App, { database: { db }, queue, bus, brokerAccounts, clock }: Dependencies) => {
  app.get(
    '/v1/devices',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Devices, the last registered first', querystring: DeviceQuery, response: { 200: DevicePage } },
    },
    ({ query: { limit = 50, ...filter } }) => listDevices(db, { ...filter, limit }, clock.now()),
  )

  app.post(
    '/v1/devices',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Register a device; its secret is shown once', body: NewDevice, response: { 201: RegisteredDevice } },
    },
    async ({ body: { id, label, reportIntervalS = 900 } }, reply) => {
      await brokerAccounts.checkReady()
      const secret = await registerDevice(db, { id, label, reportIntervalS }, clock.now())
      await brokerAccounts.admit(id, secret)
      // What it said before it was registered has waited for this.
      await requestReplay(db, { reason: 'unknown-device', deviceId: id }, new Date())
      return reply
        .code(201)
        .headers({ location: `/v1/devices/${encodeURIComponent(id)}`, 'cache-control': 'no-store' })
        .send({ id, secret, topic: telemetryTopic(id) })
    },
  )

  app.get(
    '/v1/devices/:id',
    { config: { access: 'viewer' }, schema: { tags, summary: 'One device', params: DeviceParams, response: { 200: Device } } },
    async ({ params }) => {
      const device = await getDevice(db, params.id, clock.now())
      if (!device) throw new DomainError('device-not-found', 'There is no such device.')
      return device
    },
  )

  app.post(
    '/v1/devices/:id/assignments',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Send a device along with a shipment',
        params: DeviceParams,
        body: NewAssignment,
        response: { 201: Assignment },
      },
    },
    async ({ params: { id: deviceId }, body: { shipmentId, ...given }, log }, reply) => {
      const from = given.from ? new Date(given.from) : clock.now()
      const until = given.until ? new Date(given.until) : null
      if (until && until <= from)
        throw new DomainError('not-valid', 'The assignment is not valid.', [{ path: '/until', message: 'is not after the beginning' }])
      await assignDevice(db, { deviceId, shipmentId, from, until })
      bus.publish(liveTopics.assignments, { deviceId })
      // What the device reported since `from` belongs to the shipment now and has to be followed.
      await askForWork(queue, log, 'track', { data: { deviceId }, deduplicationId: deviceId })
      return reply.code(201).send({ deviceId, shipmentId, from: from.toISOString(), until: until?.toISOString() ?? null })
    },
  )
}
