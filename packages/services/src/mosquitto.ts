import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answersTcp } from './answers.ts'
import { freePort } from './free-port.ts'
import { mosquittoConfig } from './mosquitto-config.ts'
import { requiredProgram } from './required-program.ts'
import { runServer } from './run-server.ts'

// CONNECT of MQTT 3.1.1, clean session, keep-alive 10 s, empty client id; the answer begins with the CONNACK header.
const hello = Buffer.from([0x10, 0x0c, 0x00, 0x04, 0x4d, 0x51, 0x54, 0x54, 0x04, 0x02, 0x00, 0x0a, 0x00, 0x00])
const welcome = Buffer.from([0x20, 0x02, 0x00, 0x00])

export const answersMqtt = (port: number) => answersTcp(port, { say: hello, expect: welcome })

export const startMosquitto = async ({ directory, port }: { directory: string; port?: number }) => {
  const program = requiredProgram('mosquitto', 'mosquitto')
  const listenPort = port ?? (await freePort())
  await mkdir(directory, { recursive: true })
  const configFile = join(directory, 'mosquitto.conf')
  await writeFile(configFile, mosquittoConfig({ directory, port: listenPort }))
  const server = await runServer({
    name: 'mosquitto',
    program,
    args: ['-c', configFile],
    port: listenPort,
    directory,
    answers: () => answersMqtt(listenPort),
  })
  return { url: `mqtt://127.0.0.1:${listenPort}`, port: listenPort, ...server }
}
