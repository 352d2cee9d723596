import type { RegisteredDevice } from '@lading/shared/contract/device'

type Broker = { host: string; port: number; tls: boolean }

/**
 * A command that sends one reading as the device. Ids, topics and secrets have letters, digits and `._:-/` only, so nothing in
 * it needs more than quotes.
 */
export const publishCommand = ({ id, secret, topic }: RegisteredDevice, { host, port, tls }: Broker, recordedAt: string) => {
  const reading = JSON.stringify({ recordedAt, lat: 51.95, lon: 4.05, batteryPct: 90 })
  return [
    `mosquitto_pub -h ${host} -p ${port}${tls ? ' --tls-use-os-certs' : ''} -q 1`,
    `-i '${id}' -u '${id}'`,
    `-P '${secret}'`,
    `-t '${topic}'`,
    `-m '${reading}'`,
  ].join(' \\\n  ')
}
