import { trackingNumberProblem } from '@lading/shared/domain/tracking-number'
import { describe, expect, it } from 'vitest'
import { containing } from '../../src/postgres/conditions.ts'
import { newSecret, secretHash } from '../../src/postgres/secret.ts'
import { newTrackingNumber } from '../../src/postgres/shipment/number.ts'
import { hashPassword, verifyPassword } from '../../src/postgres/user/password.ts'

describe('Numbers and secrets', () => {
  it('A tracking number that Lading gives is valid, has no letter that is read as a digit, and does not repeat.', () => {
    const numbers = Array.from({ length: 1_000 }, newTrackingNumber)
    for (const number of numbers) {
      expect(number).toMatch(/^LD[0-9A-HJKMNP-TV-Z]{10}$/)
      expect(trackingNumberProblem(number)).toBeUndefined()
    }
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('A secret has as many random bytes as asked for; its hash says nothing of it.', () => {
    expect(Buffer.from(newSecret(32), 'base64url')).toHaveLength(32)
    expect(secretHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('A password is known again from its hash, and no password opens an account that does not exist.', async () => {
    const hash = await hashPassword('right')
    expect(await verifyPassword(hash, 'right')).toBe(true)
    expect(await verifyPassword(hash, 'wrong')).toBe(false)
    expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false)
  })
})

describe('Questions to the database', () => {
  it('What people search for is taken literally.', () => expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%'))
})
