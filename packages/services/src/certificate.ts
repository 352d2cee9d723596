import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

export type Certificate = { certFile: string; keyFile: string }

/**
 * A server's certificate, with the chain that leads to it, and its key, in PEM. Throws with what is wrong and where, because what
 * OpenSSL says about it helps nobody.
 */
export const readCertificate = async ({ certFile, keyFile }: Certificate) => {
  const cert = await readPem('certificate', certFile)
  const key = await readPem('key', keyFile)
  const first = parsed('certificate', certFile, () => new X509Certificate(cert))
  const privateKey = parsed('key', keyFile, () => createPrivateKey(key))
  if (!first.checkPrivateKey(privateKey)) throw new Error(`the key in ${keyFile} does not belong to the certificate in ${certFile}`)
  return { cert, key, expiresAt: new Date(first.validTo) }
}

const readPem = (what: string, file: string) =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`the ${what} ${file} cannot be read: ${reasons[error.code ?? ''] ?? error.message}`, { cause: error })
  })

const reasons: Record<string, string> = { ENOENT: 'there is no such file', EACCES: 'access was refused', EISDIR: 'it is a directory' }

const parsed = <Thing>(what: string, file: string, parse: () => Thing) => {
  try {
    return parse()
  } catch (cause) {
    throw new Error(`${file} holds no ${what} in PEM form, or one that needs a passphrase`, { cause })
  }
}
