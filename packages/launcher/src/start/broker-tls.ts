import { resolve } from 'node:path'
import type { TlsOptions } from '@lading/services/tls-options'
import { processVariables } from '@lading/shared/config/processes'
import { readConfig } from '@lading/shared/config/read-config'

/** How the broker that is started here listens for TLS, where it shall. */
export const brokerTls = (env: NodeJS.ProcessEnv, say: (line: string) => void): TlsOptions | undefined => {
  const config = readConfig(processVariables.launcher, env)
  const { MQTT_TLS_CERT: certFile, MQTT_TLS_KEY: keyFile, MQTT_TLS_HOST: host, MQTT_TLS_PORT: port } = config
  if (!certFile && !keyFile) return undefined
  if (!certFile || !keyFile) throw new Error('a broker with TLS needs both: MQTT_TLS_CERT and MQTT_TLS_KEY')
  // npm leaves for the project's directory; paths are meant from where it was called.
  const path = (file: string) => resolve(env.INIT_CWD ?? process.cwd(), file)
  return { certFile: path(certFile), keyFile: path(keyFile), host, port, say }
}
