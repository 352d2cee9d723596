import type { Aedes, Client, PublishPacket } from 'aedes'
import { createKeeper, type Done, type Inside } from './aedes-keeper.ts'

/** What may be on its way to the keeper at the most, in all and of one connection. */
export type Room = { messages: number; bytes: number; messagesOfOne: number; bytesOfOne: number }

// Less than ingest takes without acknowledging, 20,000 and 64 MiB, so that it never has to stop reading.
const usualRoom: Room = { messages: 10_000, bytes: 32 * 1024 * 1024, messagesOfOne: 2_000, bytesOfOne: 4 * 1024 * 1024 }

/**
 * aedes acknowledges a message of QoS 1 first, delivers it then, and has it in memory only. With this a publisher gets his
 * PUBACK (for QoS 2 his PUBREC) when the subscriber `keeper` has acknowledged the message: whatever was promised, somebody
 * else has by then. Until then the publisher repeats it after a reconnect, as MQTT has it. At least once, for QoS 2 as well.
 *
 * Before the keeper has subscribed for the first time, and while there is no room, messages wait in their connections, which
 * are not read. A last will, which nobody was promised, is dropped then.
 */
export const holdAcknowledgements = (broker: Aedes, { keeper: name, room = usualRoom }: { keeper: string; room?: Room }) => {
  const keeper = createKeeper(broker, name)
  const held = new Map<string, { packet: PublishPacket; client: Client; answer: () => void }>()
  const senders = new WeakMap<Client, { messages: number; bytes: number }>()
  // Those that wait for room, the next one first.
  const lines = new Map<Client, (() => void)[]>()
  const all = { messages: 0, bytes: 0 }
  let isAttended = false

  const senderOf = (client: Client) => {
    const sender = senders.get(client) ?? { messages: 0, bytes: 0 }
    senders.set(client, sender)
    return sender
  }
  const isFull = () => !isAttended || all.messages >= room.messages || all.bytes >= room.bytes
  const hasRoom = (client: Client) => {
    const { messages, bytes } = senderOf(client)
    return !isFull() && messages < room.messagesOfOne && bytes < room.bytesOfOne
  }

  const hand = (client: Client, packet: PublishPacket, answer: () => void) => {
    const counts = [all, senderOf(client)]
    const size = packet.payload.length
    const key = keyOf(client, packet)
    const entry = { packet, client, answer }
    held.set(key, entry)
    for (const count of counts) {
      count.messages += 1
      count.bytes += size
    }
    keeper.deliver(packet, client, (error) => {
      for (const count of counts) {
        count.messages -= 1
        count.bytes -= size
      }
      if (held.get(key) === entry) held.delete(key)
      if (error) entry.client.conn.destroy()
      else if (!entry.client.closed) entry.answer()
      if (lines.size > 0) letInSoon()
    })
  }

  const take = (client: Client, packet: PublishPacket, done: Done) => {
    const { messageId = 0, qos } = packet
    const answer = () => acknowledge(client, messageId, qos)
    // For aedes it is a message that needs no acknowledgement and that it has published: it reads on.
    const goOn = () => {
      taken.add(packet)
      packet.qos = 0
      done()
    }
    const earlier = held.get(keyOf(client, packet))
    if (earlier && isSame(earlier.packet, packet)) {
      Object.assign(earlier, { client, answer })
      return goOn()
    }
    const enter = () => {
      hand(client, packet, answer)
      goOn()
    }
    const line = lines.get(client)
    if (line) line.push(enter)
    else if (hasRoom(client)) enter()
    else lines.set(client, [enter])
  }

  let isLettingIn = false
  const letInSoon = () => {
    if (isLettingIn) return
    isLettingIn = true
    setImmediate(() => {
      isLettingIn = false
      for (const [client, line] of lines) {
        if (isFull()) return
        while (line.length > 0 && hasRoom(client)) line.shift()?.()
        // Whoever comes again stands behind the others.
        if (line.length === 0) lines.delete(client)
      }
    })
  }
  keeper.onSubscribed(() => {
    isAttended = true
    letInSoon()
  })
  broker.on('clientDisconnect', (client) => lines.delete(client))

  const taken = new WeakSet<PublishPacket>()
  const authorize = broker.authorizePublish
  broker.authorizePublish = (client, packet, done) =>
    authorize.call(broker, client, packet, (error) => {
      if (error || !client || packet.qos === 0) return done(error)
      if (!client.closed) return take(client, packet, done)
      if (isFull()) return done(new Error('there is no room for a last will'))
      taken.add(packet)
      hand(client, packet, () => {})
      done()
    })
  const inside = broker as unknown as Inside
  const publish = inside.publish.bind(broker)
  inside.publish = (packet, client, done) => {
    if (taken.has(packet)) process.nextTick(done)
    // Not while one of QoS 1 is on its way to the same subscriber, who would be denied the one that was overtaken.
    else if (packet.qos === 0 && client && typeof client === 'object') setImmediate(() => publish(packet, client, done))
    else publish(packet, client, done)
  }
  return { held: () => all.messages, waiting: () => lines.size }
}

/** The same on each connection of a device that keeps its numbers, as one does that repeats a message. */
const keyOf = ({ id }: Client, { messageId }: PublishPacket) => `${messageId} ${id}`

const isSame = (one: PublishPacket, other: PublishPacket) =>
  one.topic === other.topic && Buffer.from(one.payload).equals(Buffer.from(other.payload))

/** Whoever leaves so much unread, 16,000 answers, does not listen at all. */
const unreadBytesMax = 64 * 1024

// The first byte of PUBACK and PUBREC.
const answers = { 0: 0, 1: 0x40, 2: 0x50 }

const acknowledge = ({ conn }: Client, messageId: number, qos: PublishPacket['qos']) => {
  if (conn.writableLength > unreadBytesMax) return conn.destroy()
  // What was kept together is acknowledged in one piece.
  if (conn.writableCorked === 0) {
    conn.cork()
    process.nextTick(() => conn.uncork())
  }
  conn.write(Buffer.of(answers[qos], 2, messageId >> 8, messageId & 0xff))
}
