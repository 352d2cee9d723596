import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hintOf, isApiKeyToken, newApiKeyToken } from '../../../src/postgres/api-key/token.ts'

const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']

describe('A key', () => {
  it('is known by its form, is never made twice, and begins as its hint says.', () => {
    const keys = Array.from({ length: 500 }, newApiKeyToken)
    expect(keys.filter((key) => !isApiKeyToken(key))).toEqual([])
    expect(new Set(keys).size).toBe(500)
    expect(keys[0]).toMatch(/^lading_[0-9A-Za-z]{36}$/)
    expect(keys[0]?.startsWith(hintOf(keys[0]))).toBe(true)
    expect(hintOf(keys[0] as string)).toHaveLength(11)
  })

  it('with any one character changed is none, and neither is what only looks like one.', () => {
    const [least, most] = [7, 42]
    fc.assert(
      fc.property(fc.integer({ min: least, max: most }), fc.constantFrom(...characters), (at, character) => {
        const key = newApiKeyToken()
        fc.pre(key[at] !== character)
        expect(isApiKeyToken(key.slice(0, at) + character + key.slice(at + 1))).toBe(false)
      }),
    )
    expect([`lading_${'0'.repeat(36)}`, '', 'lading_', ` ${newApiKeyToken()}`, `${newApiKeyToken()}\n`].filter(isApiKeyToken)).toEqual([])
  })
})
