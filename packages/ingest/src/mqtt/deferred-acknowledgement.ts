import type { MqttClient } from 'mqtt'
import type { Delivery } from '../delivery.ts'

/**
 * Messages are acknowledged late and in bulk: mqtt.js hands over the next message at once, and the PUBACKs go out when what
 * they acknowledge is durable. At least once: what was not acknowledged when a connection closes, the broker sends again.
 *
 * This leans on the inside of mqtt.js 5.16, which is why its version is pinned and a contract test holds it:
 * - `handleMessage`'s callback called with an error goes on to the next message without a PUBACK;
 * - while it is not called, the client stops reading the socket, and the broker has to wait;
 * - `client.stream` is the connection, a new one after each reconnect, and a whole packet may be written to it.
 */
export const deferAcknowledgement = (
  client: MqttClient,
  { take, now, messagesMax, bytesMax }: { take: (delivery: Delivery) => void; now: () => number; messagesMax: number; bytesMax: number },
) => {
  let messages = 0
  let bytes = 0
  let stopped = false
  let held: (() => void)[] = []
  let beat: NodeJS.Timeout | undefined

  const isFull = () => messages >= messagesMax || bytes >= bytesMax

  client.handleMessage = (packet, next) => {
    // Read on although nothing more is taken: a connection that is not read cannot be closed in good order.
    if (stopped) return next(withoutPuback)
    const payload = packet.payload as Buffer
    messages += 1
    bytes += payload.length
    take({
      topic: packet.topic,
      payload,
      receivedAtMs: now(),
      messageId: packet.qos === 0 ? undefined : packet.messageId,
      connection: client.stream,
    })
    const goOn = packet.qos === 0 ? () => next() : () => next(withoutPuback)
    if (isFull()) hold(goOn)
    else goOn()
  }

  // The answers to pings wait unread behind the messages, so the client must not be left to wait for them.
  const hold = (goOn: () => void) => {
    held.push(goOn)
    beat ??= setInterval(() => {
      if (!client.connected) return
      client.sendPing()
      client.reschedulePing(true)
    }, heartbeatMs)
  }

  const release = () => {
    if (held.length === 0) return
    clearInterval(beat)
    beat = undefined
    const waiting = held
    held = []
    for (const goOn of waiting) goOn()
  }

  return {
    /** Acknowledges deliveries, given in the order of arrival, and makes room for as many. Answers how many PUBACKs went out. */
    acknowledge: (deliveries: Delivery[]): number => {
      const { stream } = client
      // Ids of an earlier connection are forgotten: there is nobody left to tell, and on this one they mean other messages.
      const ids = client.connected
        ? deliveries.flatMap((delivery) => (delivery.connection === stream ? (delivery.messageId ?? []) : []))
        : []
      if (ids.length > 0) stream.write(pubacks(ids))
      messages -= deliveries.length
      for (const { payload } of deliveries) bytes -= payload.length
      if (!isFull()) release()
      return ids.length
    },
    inFlight: () => messages,
    /** Takes nothing more: the broker keeps what comes now. What was taken may still be acknowledged. */
    stop: () => {
      stopped = true
      release()
    },
  }
}

const withoutPuback = new Error('acknowledged later')

// A third of the keep-alive, so that one lost beat does no harm.
const heartbeatMs = 20_000

/** MQTT 3.1.1 and 5 agree on the four bytes of a PUBACK that reports success. */
const pubacks = (ids: number[]): Buffer => {
  const packets = Buffer.allocUnsafe(ids.length * 4)
  let at = 0
  for (const id of ids) {
    at = packets.writeUInt8(0x40, at)
    at = packets.writeUInt8(2, at)
    at = packets.writeUInt16BE(id, at)
  }
  return packets
}
