import { randomUUID } from 'node:crypto'
import { platformClientPrefix } from '@lading/shared/broker/names'
import mqtt from 'mqtt'

type Settings = {
  url: string
  username?: string | undefined
  password?: string | undefined
  ca?: Buffer | undefined
  onError: (error: Error) => void
}

/** Publishes live updates. Connects and reconnects by itself; without a connection nobody would hear, and nothing is kept for later. */
export const openBroker = ({ url, username, password, ca, onError }: Settings) => {
  const client = mqtt.connect(url, {
    ...(username && { username }),
    ...(password && { password }),
    ...(ca && { ca }),
    clientId: `${platformClientPrefix}workers-${randomUUID()}`,
    // Mosquitto, EMQX and aedes all speak it, and nothing newer is needed to publish.
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: 1_000,
    reconnectOnConnackError: true,
    queueQoSZero: false,
  })
  client.on('error', onError)
  return {
    publish: (topic: string, payload: string) => {
      if (client.connected) client.publish(topic, payload)
    },
    close: () => client.endAsync(),
  }
}
