import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { isSameText, secretHash } from '../postgres/secret.ts'

/** PBKDF2 with SHA-512, in the form that Mosquitto's dynamic security keeps: it can be told whom to let in without the secret. */
export type SecretHash = { iterations: number; salt: Buffer; key: Buffer }

const saltBytes = 12
const keyBytes = 64
// One is enough where there are 256 random bits to guess. Brokers do the sum at every connection.
const rounds = 1

export const deriveSecretHash = (secret: string, iterations = rounds): SecretHash => {
  const salt = randomBytes(saltBytes)
  return { iterations, salt, key: derive(secret, salt, iterations) }
}

/** How the secret of a broker account, which has 256 random bits, is kept. */
export const brokerSecretHash = (secret: string) => {
  const { iterations, salt, key } = deriveSecretHash(secret)
  return [scheme, iterations, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Undefined for a hash that was made another way: secrets were once kept as plain SHA-256. */
export const readSecretHash = (text: string): SecretHash | undefined => {
  const [name, iterations, salt, key] = text.split('$')
  if (name !== scheme || !salt || !key) return undefined
  return { iterations: Number(iterations), salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') }
}

export const isSecretOf = (text: string, secret: string) => {
  const hash = readSecretHash(text)
  if (!hash) return isSameText(text, secretHash(secret))
  return isSameText(hash.key.toString('base64'), derive(secret, hash.salt, hash.iterations).toString('base64'))
}

const scheme = 'pbkdf2-sha512'

const derive = (secret: string, salt: Buffer, iterations: number) => pbkdf2Sync(secret, salt, iterations, keyBytes, 'sha512')
