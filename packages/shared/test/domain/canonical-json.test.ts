import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'

describe('The one text of a value', () => {
  it('says the same as JSON, and is the same in whatever order its names were written.', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value)
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text)))))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(canonicalJson({ b: [1, { d: null, c: 'ä' }], a: 1.5 })).toBe('{"a":1.5,"b":[1,{"c":"ä","d":null}]}')
  })

  it('is refused of what JSON has not.', () => {
    for (const value of [undefined, Number.NaN, new Date(), () => {}, [undefined]]) expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})
