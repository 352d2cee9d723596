import { userInfo } from 'node:os'
import type { TlsOptions } from './tls-options.ts'

export type MosquittoOptions = {
  directory: string
  port: number
  /** Its dynamic security plugin and what that reads; without one anybody may do anything. */
  security?: { plugin: string; file: string } | undefined
  /** A second listener, for devices elsewhere. */
  tls?: TlsOptions | undefined
}

/** For Mosquitto 2: without TLS on loopback only. */
export const mosquittoConfig = ({ directory, port, security, tls }: MosquittoOptions) => `listener ${port} 127.0.0.1
${tls ? tlsListener(tls) : ''}allow_anonymous ${security ? 'false' : 'true'}
${security ? guard(security) : ''}
# Sessions and what waits in them survive a restart. Mosquitto 2.0 acknowledges first and saves later, all of it each time:
# a crash loses what waited for a second or two. Every second costs nothing while little waits, and a pause of the broker
# in proportion to what waits when much does.
persistence true
persistence_location ${directory}/
autosave_interval 1

# The default of 20 starves a subscriber that acknowledges in bulk: it would never get more than 20 messages a write.
max_inflight_messages 20000

# The default of 1,000 silently drops what comes after it while a subscriber is away. This is about an hour of 280 messages/s.
max_queued_messages 1000000

# An inactive session is kept for a week, then forgotten with all that waits for it.
persistent_client_expiration 7d

# Started by root, Mosquitto would turn into the user "mosquitto", who may not write here.
user ${userInfo().username}

log_dest stderr
log_type error
log_type warning
log_type notice
log_timestamp_format %Y-%m-%dT%H:%M:%S
`

const guard = ({ plugin, file }: { plugin: string; file: string }) => `
# Who may connect, and may do what: written by Lading at every start, and kept up to date by its api.
plugin ${plugin}
plugin_opt_config_file ${file}
`

const tlsListener = ({ host, port, certFile, keyFile }: TlsOptions) => `
listener ${port} ${host}
certfile ${certFile}
keyfile ${keyFile}
tls_version tlsv1.2

`
