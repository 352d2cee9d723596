import { Readable } from 'node:stream'
import type { Aedes, Client, PublishPacket } from 'aedes'

export type Done = (error?: Error | null) => void

/** A message on its way through aedes, which knows it by its counter. */
type Packet = PublishPacket & { brokerId: string; brokerCounter: number }

/** What aedes 1.2 has and its types do not say. Its version is pinned, and `aedes-hold.conformance.test.ts` holds it to this. */
export type Inside = {
  id: string
  counter: number
  publish: (packet: PublishPacket, client: Client | null, done: Done) => void
  persistence: {
    outgoingEnqueueCombi: (subscriptions: { clientId: string }[], packet: Packet) => Promise<void>
    outgoingUpdate: (client: Client, packet: Packet) => Promise<void>
    outgoingClearMessageId: (client: Client, packet: { messageId?: number }) => Promise<PublishPacket | undefined>
    outgoingStream: (client: Client) => Readable
  }
}

/**
 * Delivers messages to the subscriber with a session whose client id is `keeper`, and says of each when he has acknowledged
 * it. What he has not is sent again when he is back. This stands in for the list that aedes keeps for him, which is searched
 * from its beginning for every message, and in which two messages may have the same number after a reconnect.
 */
export const createKeeper = (broker: Aedes, keeper: string) => {
  const inside = broker as unknown as Inside
  const publish = inside.publish.bind(broker)
  const { persistence } = inside
  const theirs = {
    enqueue: persistence.outgoingEnqueueCombi.bind(persistence),
    update: persistence.outgoingUpdate.bind(persistence),
    clear: persistence.outgoingClearMessageId.bind(persistence),
    stream: persistence.outgoingStream.bind(persistence),
  }
  const waiting = new Map<number, { packet?: Packet; kept: Done }>()
  let connection: Client | undefined
  // By the number that a message has on the present connection.
  let counters = new Map<number, number>()

  const isKeeper = ({ id, clean }: Client) => id === keeper && !clean
  const settle = (counter: number, error?: Error | null) => {
    const message = waiting.get(counter)
    waiting.delete(counter)
    message?.kept(error)
    return message?.packet
  }

  persistence.outgoingEnqueueCombi = (subscriptions, packet) => {
    const others = subscriptions.filter(({ clientId }) => clientId !== keeper)
    const message = waiting.get(packet.brokerCounter)
    if (message && others.length < subscriptions.length) message.packet = packet
    return theirs.enqueue(others, packet)
  }
  persistence.outgoingUpdate = async (client, packet) => {
    if (!isKeeper(client)) return theirs.update(client, packet)
    if (client !== connection) counters = new Map()
    connection = client
    if (packet.messageId !== undefined) counters.set(packet.messageId, packet.brokerCounter)
  }
  persistence.outgoingClearMessageId = async (client, { messageId }) => {
    if (!isKeeper(client)) return theirs.clear(client, messageId === undefined ? {} : { messageId })
    const counter = client === connection && messageId !== undefined ? counters.get(messageId) : undefined
    if (messageId === undefined || counter === undefined) return undefined
    counters.delete(messageId)
    return settle(counter)
  }
  persistence.outgoingStream = (client) =>
    isKeeper(client) ? Readable.from([...waiting.values()].flatMap(({ packet }) => packet ?? [])) : theirs.stream(client)

  return {
    /** `kept` is called when he has acknowledged it, or has no wish for such messages; with an error where it went nowhere. */
    deliver: ({ topic, payload, retain }: PublishPacket, client: Client, kept: Done) => {
      inside.counter += 1
      const counter = inside.counter
      waiting.set(counter, { kept })
      const packet: Packet = { cmd: 'publish', topic, payload, retain, qos: 1, dup: false, brokerId: inside.id, brokerCounter: counter }
      publish(packet, client, (error) => {
        if (error || !waiting.get(counter)?.packet) settle(counter, error)
      })
    },
    /** Calls back when he subscribes, each time. */
    onSubscribed: (then: () => void) => broker.on('subscribe', (_, client) => isKeeper(client) && then()),
  }
}
