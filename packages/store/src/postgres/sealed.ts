import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What it is for, and whose it is: what is sealed for one is not opened for another. */
type Of = { purpose: string; owner: string }

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** Text that only whoever has DATA_KEY can read (AES-256-GCM), and that cannot be changed or put into another row unnoticed. */
export const seal = (dataKey: string, { purpose, owner }: Of, text: string) => {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, keyFor(dataKey, `sealed ${purpose}`), iv).setAAD(Buffer.from(owner))
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Throws where it was sealed with another key, for something else, or was changed. */
export const unseal = (dataKey: string, { purpose, owner }: Of, sealed: string) => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv(algorithm, keyFor(dataKey, `sealed ${purpose}`), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
}

/** By which a text is known again and cannot be tried without the key: HMAC-SHA-256. */
export const keyedHash = (dataKey: string, { purpose, owner }: Of, text: string) =>
  createHmac('sha256', keyFor(dataKey, `hash ${purpose}`))
    .update(`${owner}\n${text}`)
    .digest('hex')

// One key for each purpose (RFC 5869).
const keyFor = (dataKey: string, purpose: string) => Buffer.from(hkdfSync('sha256', dataKey, '', `lading ${purpose}`, 32))
