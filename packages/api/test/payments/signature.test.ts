import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSignature, signatureOf, toleranceSeconds } from '../../src/payments/signature.ts'

const now = new Date('2026-03-29T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const body = Buffer.from('{"id":"1"}')

describe('What a payment provider signs', () => {
  it('is believed for five minutes, also by a clock that is behind', () => {
    const signature = signatureOf('secret', body, now)
    for (const seconds of [0, toleranceSeconds, -toleranceSeconds])
      expect(checkSignature('secret', signature, body, later(seconds))).toBe('right')
    for (const seconds of [toleranceSeconds + 1, -toleranceSeconds - 1])
      expect(checkSignature('secret', signature, body, later(seconds))).toBe('too-old')
  })

  it('is not believed where a byte of it, its time or the secret is another one', () => {
    const signature = signatureOf('secret', body, now)
    expect(checkSignature('other', signature, body, now)).toBe('wrong-signature')
    expect(checkSignature('secret', signature.replace(/t=\d+/, `t=${now.getTime() / 1000 + 1}`), body, now)).toBe('wrong-signature')
    for (const header of [undefined, '', 'v1=', signature.slice(0, -1), `${signature}0`, signature.replace('t=', 't=-')])
      expect(checkSignature('secret', header, body, now), String(header)).toBe('no-signature')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, by) => {
        const signed = signatureOf('secret', Buffer.from(bytes), now)
        expect(checkSignature('secret', signed, Buffer.from(bytes), now)).toBe('right')
        const changed = Buffer.from(bytes)
        changed[at % bytes.length] = (changed[at % bytes.length] as number) ^ by
        expect(checkSignature('secret', signed, changed, now)).toBe('wrong-signature')
      }),
    )
  })
})
