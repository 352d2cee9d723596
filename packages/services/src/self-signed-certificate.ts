import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const openssl = (args: string[]) => promisify(execFile)('openssl', args)

/** A self-signed certificate for 127.0.0.1, as docs/brokers.md makes one: it is its own authority. */
export const selfSignedCertificate = async (directory: string) => {
  await mkdir(directory, { recursive: true })
  const [certFile, keyFile] = [join(directory, 'broker.crt'), join(directory, 'broker.key')]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', keyFile]
  await openssl(['req', '-x509', ...key, '-out', certFile, '-days', '2', '-subj', '/CN=lading', '-addext', 'subjectAltName=IP:127.0.0.1'])
  return { certFile, keyFile }
}
