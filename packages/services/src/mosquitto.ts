import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answersTcp } from './answers.ts'
import { readCertificate } from './certificate.ts'
import { followCertificate } from './follow-certificate.ts'
import { freePort } from './free-port.ts'
import { type MosquittoOptions, mosquittoConfig } from './mosquitto-config.ts'
import { dynamicSecurityPlugin } from './mosquitto-plugin.ts'
import { requiredProgram } from './required-program.ts'
import { runServer } from './run-server.ts'
import { checkTlsPort } from './tls-options.ts'

// CONNECT of MQTT 3.1.1, clean session, keep-alive 10 s, empty client id; a refusal is an answer as well.
const hello = Buffer.from([0x10, 0x0c, 0x00, 0x04, 0x4d, 0x51, 0x54, 0x54, 0x04, 0x02, 0x00, 0x0a, 0x00, 0x00])
const connack = Buffer.from([0x20, 0x02])

export const answersMqtt = (port: number) => answersTcp(port, { say: hello, expect: connack })

type Options = Pick<MosquittoOptions, 'directory' | 'tls'> & {
  port?: number
  /**
   * What dynamic-security.json shall say, or undefined in `accounts` for what it says already: only whom it names gets in.
   * Without it anybody may do anything.
   */
  security?: { accounts: object | undefined }
}

export const startMosquitto = async ({ directory, port, security, tls }: Options) => {
  const program = requiredProgram('mosquitto', 'mosquitto')
  const listenPort = port ?? (await freePort())
  if (tls) {
    await readCertificate(tls)
    await checkTlsPort(tls)
  }
  await mkdir(directory, { recursive: true })
  const securityFile = join(directory, 'dynamic-security.json')
  if (security?.accounts) await replaceFile(securityFile, JSON.stringify(security.accounts))
  const configFile = join(directory, 'mosquitto.conf')
  await writeFile(
    configFile,
    mosquittoConfig({ directory, port: listenPort, security: security && { plugin: dynamicSecurityPlugin(), file: securityFile }, tls }),
  )
  const server = await runServer({
    name: 'mosquitto',
    program,
    args: ['-c', configFile],
    port: listenPort,
    directory,
    answers: () => answersMqtt(listenPort),
  })
  // Mosquitto reads its certificates again on SIGHUP, and keeps its connections.
  const unfollow = tls && followCertificate(tls, () => process.kill(server.pid, 'SIGHUP'))
  server.exited.finally(unfollow)
  return { url: `mqtt://127.0.0.1:${listenPort}`, port: listenPort, ...server }
}

/** In one go, readable for its owner only. */
const replaceFile = async (file: string, text: string) => {
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
