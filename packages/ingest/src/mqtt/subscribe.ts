import type { MqttClient } from 'mqtt'
import type { Codec } from '../codecs/codec.ts'

type Options = {
  codecs: Pick<Codec, 'filters' | 'unshared'>[]
  /** Processes of one group share the messages between them; each keeps what it was given until it acknowledges. */
  group?: string | undefined
  onError: (error: Error) => void
}

/**
 * Subscribes on every connect, whatever the session still knows. Refusals go to `onError`; `isSubscribed` says whether the
 * broker has granted everything on the present connection.
 */
export const subscribeAlways = (client: MqttClient, { codecs, group, onError }: Options) => {
  let subscribed = false
  // Retained messages only with a new subscription (MQTT 5), not again on every reconnect.
  const filters = codecs.flatMap(({ filters: own, unshared }) =>
    own.map((filter) => (group && !unshared ? `$share/${group}/${filter}` : filter)),
  )
  const wanted = Object.fromEntries(filters.map((filter) => [filter, { qos: 1 as const, rh: 1 }]))
  client.on('connect', () => {
    // It would grant the filter as a topic like any other, and never send anything.
    if (group && client.options.protocolVersion !== 5)
      return onError(new Error('the broker speaks MQTT 3.1.1, where processes cannot share the load: leave out INGEST_GROUP'))
    client.subscribe(wanted, (error, granted = []) => {
      // A broker may grant QoS 0 where 1 was asked for; then it promises nothing.
      const refused = granted.filter(({ qos }) => (qos as number) !== 1).map(({ topic }) => topic)
      if (error) onError(error)
      else if (refused.length > 0) onError(new Error(`the broker does not grant QoS 1 on ${refused.join(', ')}`))
      else subscribed = true
    })
  })
  client.on('close', () => {
    subscribed = false
  })
  return { filters: Object.keys(wanted), isSubscribed: () => subscribed }
}
