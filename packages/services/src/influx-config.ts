import { join } from 'node:path'

/** For InfluxDB 1.x on loopback. `rpcPort` is its backup port, which it opens in any case: on 8088 two servers would collide. */
export const influxConfig = ({
  directory,
  port,
  rpcPort,
}: {
  directory: string
  port: number
  rpcPort: number
}) => `# Nobody is told that it runs.
reporting-disabled = true
bind-address = "127.0.0.1:${rpcPort}"

[meta]
  dir = "${join(directory, 'meta')}"

[data]
  dir = "${join(directory, 'data')}"
  wal-dir = "${join(directory, 'wal')}"
  # One fsync for the writes of 10 ms.
  wal-fsync-delay = "10ms"
  query-log-enabled = false

[http]
  bind-address = "127.0.0.1:${port}"
  log-enabled = false

[monitor]
  # Its own statistics are not wanted in the database.
  store-enabled = false

[logging]
  level = "warn"
`
