import mqtt, { type ErrorWithReasonCode, type MqttClient } from 'mqtt'

export type BrokerSettings = {
  url: string
  username?: string | undefined
  password?: string | undefined
  /** The authority that an mqtts:// broker is believed by, where it is none of the known ones. */
  ca?: Buffer | undefined
  /** The session belongs to it: the same id finds what waited while the process was away. */
  clientId: string
  receiveMaximum: number
  onError: (error: Error) => void
}

/**
 * A client with a session that outlives the connection. Speaks MQTT 5, as only there the subscriber says how much may be in
 * flight (Mosquitto's own setting is 20), and falls back to 3.1.1 where the broker knows nothing newer, as aedes does.
 */
export const connectBroker = ({ url, username, password, ca, clientId, receiveMaximum, onError }: BrokerSettings): MqttClient => {
  const client = mqtt.connect(url, {
    ...(username && { username }),
    ...(password && { password }),
    ...(ca && { ca }),
    clientId,
    clean: false,
    protocolVersion: 5,
    properties: { sessionExpiryInterval: sessionExpiryS, receiveMaximum },
    keepalive: 60,
    reconnectPeriod: 1_000,
    connectTimeout: 10_000,
    // A refusal may be over in a minute, such as a broker that reads its users again.
    reconnectOnConnackError: true,
    // Subscriptions are made on every connect here: an old session may lack a topic that this version adds.
    resubscribe: false,
    // By default it hands every step of every packet to `debug`, which costs 2 % of ingest even when nobody listens.
    log: () => {},
    // Live updates are worth nothing later.
    queueQoSZero: false,
    manualConnect: true,
  })
  // Whoever is given the client may first say what becomes of messages.
  process.nextTick(() => client.connect())
  client.on('error', (error) => {
    const isTooNew = client.options.protocolVersion === 5 && unsupportedVersion.includes((error as ErrorWithReasonCode).code)
    if (isTooNew) client.options.protocolVersion = 4
    else onError(error)
  })
  return client
}

const sessionExpiryS = 7 * 24 * 3600

// What a broker answers that does not know the version: 1 in MQTT 3.1.1, 132 in MQTT 5.
const unsupportedVersion = [1, 132]
