import { createServer, type TLSSocket } from 'node:tls'
import { readCertificate } from './certificate.ts'
import { followCertificate } from './follow-certificate.ts'
import { checkTlsPort, type TlsOptions } from './tls-options.ts'

const handshakeMs = 10_000

/** Listens for TLS 1.2 and newer, and hands over each connection whose handshake is done. */
export const openTlsListener = async (options: TlsOptions, handle: (socket: TLSSocket) => void) => {
  const { cert, key } = await readCertificate(options)
  await checkTlsPort(options)
  const server = createServer({ cert, key, minVersion: 'TLSv1.2', handshakeTimeout: handshakeMs }, handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const unfollow = followCertificate(options, (pair) => server.setSecureContext({ ...pair, minVersion: 'TLSv1.2' }))
  return {
    close: () => {
      unfollow()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
