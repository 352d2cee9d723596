import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls, type SecureVersion } from 'node:tls'
import { connectAsync, type IClientOptions } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAedes } from '../src/aedes.ts'
import type { Certificate } from '../src/certificate.ts'
import { findProgram } from '../src/find-program.ts'
import { freePort } from '../src/free-port.ts'
import { startMosquitto } from '../src/mosquitto.ts'
import { selfSignedCertificate } from '../src/self-signed-certificate.ts'
import { temporaryDirectory } from '../src/temporary-directory.ts'

type Tls = Certificate & { host: string; port: number; checkEveryMs: number }
type Broker = { url: string; stop: () => Promise<void> }

const brokers: [name: string, isThere: boolean, start: (options: { directory: string; tls: Tls }) => Promise<Broker>][] = [
  ['aedes', true, ({ tls }) => startAedes({ tls })],
  ['Mosquitto', findProgram('mosquitto') !== undefined, ({ directory, tls }) => startMosquitto({ directory, tls })],
]

for (const [name, isThere, start] of brokers)
  describe.skipIf(!isThere || !findProgram('openssl'))(`${name} with TLS`, () => {
    let directory: Awaited<ReturnType<typeof temporaryDirectory>>
    let own: Certificate
    let other: Certificate
    let port: number
    let broker: Broker
    const tlsWith = (certificate: Certificate): Tls => ({ ...certificate, host: '127.0.0.1', port, checkEveryMs: 50 })
    const connect = (options: IClientOptions) => connectAsync(`mqtts://127.0.0.1:${port}`, { reconnectPeriod: 0, ...options }, false)

    beforeAll(async () => {
      directory = await temporaryDirectory()
      own = await selfSignedCertificate(join(directory.path, 'own'))
      other = await selfSignedCertificate(join(directory.path, 'other'))
      port = await freePort()
      broker = await start({ directory: join(directory.path, 'broker'), tls: tlsWith(own) })
    })
    afterAll(async () => {
      await broker?.stop()
      await directory?.remove()
    })

    it('carries messages between those who come by TLS and those who do not.', async () => {
      const plain = await connectAsync(broker.url)
      const heard = new Promise<string>((resolve) => plain.on('message', (_topic, payload) => resolve(String(payload))))
      await plain.subscribeAsync('goods', { qos: 1 })
      const secure = await connect({ ca: await readFile(own.certFile) })
      await secure.publishAsync('goods', 'sealed', { qos: 1 })
      expect(await heard).toBe('sealed')
      await Promise.all([plain.endAsync(), secure.endAsync()])
    })

    it('is not believed by those who trust another authority, or none of it.', async () => {
      await expect(connect({ ca: await readFile(other.certFile) })).rejects.toThrow(/self-signed certificate/)
      await expect(connect({})).rejects.toThrow(/self-signed certificate/)
    })

    it('takes nothing older than TLS 1.2, and nothing that is no TLS.', async () => {
      const ca = await readFile(own.certFile)
      expect(await shows(port, ca, 'TLSv1.2')).toBe(true)
      expect(await shows(port, ca, 'TLSv1.1')).toBe(false)
      await expect(connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0, connectTimeout: 1000 }, false)).rejects.toThrow()
    })

    it('says which certificate it cannot use, and starts nothing.', async () => {
      const wrong = { ...own, keyFile: other.keyFile }
      const failure = await start({ directory: join(directory.path, 'wrong'), tls: { ...tlsWith(wrong), port: await freePort() } }).catch(
        (error: Error) => error,
      )
      expect(failure).toMatchObject({ message: expect.stringContaining('does not belong to the certificate') })
    })

    it('says that the port of its TLS listener is taken.', async () => {
      const failure = await start({ directory: join(directory.path, 'taken'), tls: tlsWith(own) }).catch((error: Error) => error)
      expect(failure).toMatchObject({ message: expect.stringContaining(`port ${port}`) })
    })

    it('shows a renewed certificate to whoever comes next, and disconnects nobody.', async () => {
      const client = await connect({ ca: await readFile(own.certFile) })
      const renewed = await readFile(other.certFile)
      await copyFile(other.keyFile, own.keyFile)
      await copyFile(other.certFile, own.certFile)
      while (!(await shows(port, renewed))) await sleep(50)
      await client.publishAsync('goods', 'still here', { qos: 1 })
      await client.endAsync()
    })
  })

/** Whether a handshake that trusts only this certificate succeeds. */
const shows = (port: number, ca: Buffer, maxVersion: SecureVersion = 'TLSv1.3') =>
  new Promise<boolean>((resolve) => {
    const socket = connectTls({ port, host: '127.0.0.1', ca, minVersion: 'TLSv1', maxVersion }, () => {
      socket.end()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
