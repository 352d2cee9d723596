import { userInfo } from 'node:os'

/** For Mosquitto 2 on loopback. */
export const mosquittoConfig = ({
  directory,
  port,
}: {
  directory: string
  port: number
}) => `# Loopback only, so anybody on this machine may connect; devices get an identity of their own in a later version.
listener ${port} 127.0.0.1
allow_anonymous true

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
