import type { MqttClient } from 'mqtt'
import type { Delivery } from '../delivery.ts'
import { createPacketReader } from './packet-reader.ts'

type Options = {
  take: (delivery: Delivery) => void
  now: () => number
  messagesMax: number
  bytesMax: number
}
type Stream = MqttClient['stream']

/**
 * Messages are acknowledged late and in bulk: each is taken as soon as it is there, and the PUBACKs go out when what they
 * acknowledge is durable. At least once: what was not acknowledged when a connection closes, the broker sends again.
 *
 * They are read off the connection before mqtt.js, which spends more on a message than all of ingest's own steps together;
 * everything else (connecting, subscribing, pings, what is malformed) is left to it. This leans on the inside of mqtt.js 5.16,
 * which is why its version is pinned and a contract test holds it:
 * - `client.streamBuilder` makes a connection, a new one for each attempt, and what it brings is piped on once;
 * - `client.stream` is that connection, and whole packets may be written to it.
 */
export const deferAcknowledgement = (client: MqttClient, { take, now, messagesMax, bytesMax }: Options) => {
  let messages = 0
  let bytes = 0
  let stopped = false
  let beat: NodeJS.Timeout | undefined
  let goOn = () => {}

  const isFull = () => !stopped && (messages >= messagesMax || bytes >= bytesMax)

  const readBeforeMqttJs = (connection: Stream): Stream => {
    connection.pipe = <Writable extends NodeJS.WritableStream>(mqttJs: Writable) => {
      let receivedAtMs = 0
      const reader = createPacketReader({
        hasProperties: () => client.options.protocolVersion === 5,
        onPublish: ({ topic, payload, messageId }) => {
          // Read on although nothing more is taken: a connection that is not read cannot be closed in good order.
          if (stopped) return
          messages += 1
          bytes += payload.length
          take({ topic, payload, receivedAtMs, messageId, connection })
        },
        onOther: (packet) => mqttJs.write(packet),
        isFull,
      })
      connection.on('data', (chunk: Buffer) => {
        receivedAtMs = now()
        reader.add(chunk)
        if (isFull()) hold(connection)
      })
      goOn = () => {
        reader.readOn()
        if (!isFull()) release(connection)
      }
      return mqttJs
    }
    return connection
  }
  const inside = client as unknown as { streamBuilder: (client: MqttClient) => Stream }
  const build = inside.streamBuilder
  inside.streamBuilder = (self) => readBeforeMqttJs(build(self))

  // The answers to pings wait unread behind the messages, so the client must not be left to wait for them.
  const hold = (connection: Stream) => {
    connection.pause()
    beat ??= setInterval(() => {
      if (!client.connected) return
      client.sendPing()
      client.reschedulePing(true)
    }, heartbeatMs)
  }

  const release = (connection: Stream) => {
    clearInterval(beat)
    beat = undefined
    connection.resume()
  }

  return {
    /** Acknowledges deliveries, given in the order of arrival, and makes room for as many. Answers how many PUBACKs went out. */
    acknowledge: (deliveries: Delivery[]): number => {
      const wasFull = isFull()
      messages -= deliveries.length
      for (const { payload } of deliveries) bytes -= payload.length
      // Ids of an earlier connection are forgotten: there is nobody left to tell, and on this one they mean other messages.
      const packets = client.connected ? pubacks(deliveries, client.stream) : nothing
      if (packets.length > 0) client.stream.write(packets)
      if (wasFull && !isFull()) goOn()
      return packets.length / pubackBytes
    },
    inFlight: () => messages,
    /** Takes nothing more: the broker keeps what comes now. What was taken may still be acknowledged. */
    stop: () => {
      stopped = true
      goOn()
    },
  }
}

// A third of the keep-alive, so that one lost beat does no harm.
const heartbeatMs = 20_000

const nothing = Buffer.alloc(0)
const pubackBytes = 4

/** MQTT 3.1.1 and 5 agree on the four bytes of a PUBACK that reports success. */
const pubacks = (deliveries: Delivery[], connection: unknown): Buffer => {
  const packets = Buffer.allocUnsafe(deliveries.length * pubackBytes)
  let at = 0
  for (const { messageId, connection: cameBy } of deliveries) {
    if (messageId === undefined || cameBy !== connection) continue
    packets.writeUInt32BE(0x40_02_00_00 + messageId, at)
    at += pubackBytes
  }
  return packets.subarray(0, at)
}
