import { chmod, copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Certificate, readCertificate } from '../src/certificate.ts'
import { findProgram } from '../src/find-program.ts'
import { selfSignedCertificate } from '../src/self-signed-certificate.ts'
import { temporaryDirectory } from '../src/temporary-directory.ts'

describe.skipIf(!findProgram('openssl'))('The certificate of a broker', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let own: Certificate
  let other: Certificate
  beforeAll(async () => {
    directory = await temporaryDirectory()
    own = await selfSignedCertificate(join(directory.path, 'own'))
    other = await selfSignedCertificate(join(directory.path, 'other'))
  })
  afterAll(() => directory.remove())

  it('is read with its key, and says until when it is good.', async () => {
    const { cert, expiresAt } = await readCertificate(own)
    expect(cert.toString()).toContain('BEGIN CERTIFICATE')
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now())
  })

  it('that cannot be used is refused in words that say which file to look at.', async () => {
    const noPem = join(directory.path, 'no.pem')
    await writeFile(noPem, 'not a certificate')
    const missing = join(directory.path, 'missing.pem')
    await expect(readCertificate({ ...own, keyFile: other.keyFile })).rejects.toThrow(
      `the key in ${other.keyFile} does not belong to the certificate in ${own.certFile}`,
    )
    await expect(readCertificate({ ...own, certFile: missing })).rejects.toThrow(
      `the certificate ${missing} cannot be read: there is no such file`,
    )
    await expect(readCertificate({ ...own, keyFile: noPem })).rejects.toThrow(`${noPem} holds no key in PEM form`)
    await expect(readCertificate({ ...own, certFile: noPem })).rejects.toThrow(`${noPem} holds no certificate in PEM form`)
    await expect(readCertificate({ ...own, certFile: directory.path })).rejects.toThrow('it is a directory')
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read is said to be closed.', async () => {
    const closed = join(directory.path, 'closed.key')
    await copyFile(own.keyFile, closed)
    await chmod(closed, 0)
    await expect(readCertificate({ ...own, keyFile: closed })).rejects.toThrow('access was refused')
  })
})
