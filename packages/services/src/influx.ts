import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answersHttp } from './answers.ts'
import { freePort } from './free-port.ts'
import { influxConfig } from './influx-config.ts'
import { requiredProgram } from './required-program.ts'
import { runServer } from './run-server.ts'

/** InfluxDB 1.x, as Debian has it. */
export const startInflux = async ({ directory, port }: { directory: string; port?: number }) => {
  const program = requiredProgram('influxd', 'influxdb')
  const listenPort = port ?? (await freePort())
  await mkdir(directory, { recursive: true })
  const configFile = join(directory, 'influxdb.conf')
  await writeFile(configFile, influxConfig({ directory, port: listenPort, rpcPort: await freePort() }))
  const server = await runServer({
    name: 'influxd',
    program,
    args: ['run', '-config', configFile],
    port: listenPort,
    directory,
    answers: () => answersHttp(`http://127.0.0.1:${listenPort}/ping`),
    startDeadlineMs: 60_000,
  })
  return { url: `http://127.0.0.1:${listenPort}`, port: listenPort, ...server }
}
