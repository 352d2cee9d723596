import type { MqttClient } from 'mqtt'

/**
 * Subscribes on every connect, whatever the session still knows. Refusals go to `onError`; `isSubscribed` says whether the
 * broker has granted everything on the present connection.
 */
export const subscribeAlways = (client: MqttClient, filters: string[], onError: (error: Error) => void) => {
  let subscribed = false
  // Retained messages only with a new subscription (MQTT 5), not again on every reconnect.
  const wanted = Object.fromEntries(filters.map((filter) => [filter, { qos: 1 as const, rh: 1 }]))
  client.on('connect', () => {
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
  return { isSubscribed: () => subscribed }
}
