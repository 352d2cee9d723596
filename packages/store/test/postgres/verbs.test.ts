import { trackingNumberProblem } from '@lading/shared/domain/tracking-number'
import { describe, expect, it } from 'vitest'
import { containing } from '../../src/postgres/conditions.ts'
import { cellDegrees } from '../../src/postgres/map/clusters.ts'
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

  it.each([
    ['the world at zoom 2', { west: -180, south: -90, east: 180, north: 90 }, 2, 22.5],
    ['the world closer than a screen can show', { west: -180, south: -90, east: 180, north: 90 }, 20, 2.8125],
    ['a city', { west: 4, south: 52, east: 5, north: 52.5 }, 12, 90 / 4096],
    ['across the antimeridian', { west: 170, south: 0, east: -170, north: 10 }, 22, 20 / 128],
  ])('Of %s the grid has cells that are few enough and of the size of a marker.', (_, bbox, zoom, degrees) => {
    expect(cellDegrees(bbox, zoom)).toBeCloseTo(degrees)
  })
})
