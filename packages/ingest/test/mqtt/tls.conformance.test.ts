import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startAedes } from '@lading/services/aedes'
import { findProgram } from '@lading/services/find-program'
import { freePort } from '@lading/services/free-port'
import { selfSignedCertificate } from '@lading/services/self-signed-certificate'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectBroker } from '../../src/mqtt/connect.ts'

describe.skipIf(!findProgram('openssl'))('Ingest at a broker with TLS', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let broker: Awaited<ReturnType<typeof startAedes>>
  let ca: Buffer
  let otherCa: Buffer
  let port: number
  beforeAll(async () => {
    directory = await temporaryDirectory()
    const own = await selfSignedCertificate(join(directory.path, 'own'))
    ca = await readFile(own.certFile)
    otherCa = await readFile((await selfSignedCertificate(join(directory.path, 'other'))).certFile)
    port = await freePort()
    broker = await startAedes({ tls: { ...own, host: '127.0.0.1', port } })
  })
  afterAll(async () => {
    await broker?.stop()
    await directory?.remove()
  })

  /** 'connected', or what kept it from that. */
  const connect = async (authority: Buffer) => {
    const url = `mqtts://127.0.0.1:${port}`
    const settings = { url, ca: authority, clientId: 'lading-ingest', receiveMaximum: 100 }
    let client: ReturnType<typeof connectBroker> | undefined
    const outcome = await new Promise<string>((resolve) => {
      client = connectBroker({ ...settings, onError: ({ message }) => resolve(message) })
      client.once('connect', () => resolve('connected'))
    })
    await client?.endAsync(true)
    return outcome
  }

  it('believes the broker by the authority that it was given, and by no other.', async () => {
    expect(await connect(ca)).toBe('connected')
    expect(await connect(otherCa)).toMatch(/self-signed certificate/)
  })
})
