import { AcceptedReadings, PostedHeaders, type PostedReading, PostedReadings } from '@lading/shared/contract/posted-reading'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { FastifyRequest } from 'fastify'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Refusal } from '../../refusal.ts'

// What ingest reads in one message; more would only become a dead letter.
const bodyLimit = 256 * 1024

/**
 * Readings of devices that speak HTTPS instead of MQTT. They go the same way: to the broker, under the device's own topic,
 * and the answer comes when the broker has acknowledged them. At least once: whoever got no answer sends them again, and
 * nothing is stored twice.
 */
export const readingRoutes = async (app: App, { bus }: Dependencies) => {
  app.post(
    '/v1/readings',
    {
      bodyLimit,
      config: { access: 'operator', devices: true },
      schema: {
        tags: ['devices'],
        summary: 'Send readings without MQTT, as a device with its own secret or on behalf of devices',
        headers: PostedHeaders,
        body: PostedReadings,
        response: { 202: AcceptedReadings },
      },
    },
    async (request, reply) => {
      const readings = Array.isArray(request.body) ? request.body : [request.body]
      const messages = Object.entries(Object.groupBy(readings, (reading) => deviceOf(request, reading)))
      try {
        await Promise.all(messages.map(([deviceId, all = []]) => bus.deliver(telemetryTopic(deviceId), all.map(withoutDevice))))
      } catch (error) {
        request.log.warn({ err: error }, 'readings could not be delivered to the broker')
        throw new Refusal(503, 'broker-unavailable', 'The broker does not answer now. Send the readings again in a moment.')
      }
      return reply.code(202).send({ accepted: readings.length })
    },
  )
}

/** A device speaks for itself, and as a gateway for those it carries; people say for whom they speak. */
const deviceOf = ({ device }: FastifyRequest, { deviceId = device?.deviceId }: PostedReading): string => {
  if (deviceId === undefined)
    throw new DomainError('not-valid', 'A reading does not say whose it is.', [{ path: '/deviceId', message: 'is missing' }])
  if (device && !device.publishesFor.has(deviceId))
    throw new Refusal(403, 'foreign-device', `${device.deviceId} may not send readings of ${deviceId}.`)
  return deviceId
}

const withoutDevice = ({ deviceId: _, ...reading }: PostedReading) => reading
