import { describe, expect, it } from 'vitest'
import { brokerSecretHash, isSecretOf, readSecretHash } from '../../src/broker/secret-hash.ts'
import { newSecret, secretHash } from '../../src/postgres/secret.ts'

describe('The hash of a secret at the broker', () => {
  it('fits its own secret only, and is another one each time.', () => {
    const secret = newSecret(32)
    const hash = brokerSecretHash(secret)
    expect(isSecretOf(hash, secret)).toBe(true)
    expect(isSecretOf(hash, newSecret(32))).toBe(false)
    expect(isSecretOf(hash, '')).toBe(false)
    expect(brokerSecretHash(secret)).not.toBe(hash)
    expect(hash).not.toContain(secret)
  })

  it('has the lengths that Mosquitto expects: 12 bytes of salt, 64 of key.', () => {
    const { salt, key } = readSecretHash(brokerSecretHash('x')) ?? {}
    expect([salt?.length, key?.length]).toEqual([12, 64])
  })

  it('is still understood in the form of earlier versions, which Mosquitto cannot be given.', () => {
    const old = secretHash('x')
    expect(isSecretOf(old, 'x')).toBe(true)
    expect(isSecretOf(old, 'y')).toBe(false)
    expect(readSecretHash(old)).toBeUndefined()
  })

  it.each(['', 'nobody', 'pbkdf2-sha512$1$$', 'pbkdf2-sha512'])('%j fits no secret.', (hash) => {
    for (const secret of ['', 'nobody', hash]) expect(isSecretOf(hash, secret)).toBe(false)
  })
})
