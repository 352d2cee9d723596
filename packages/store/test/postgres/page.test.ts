import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCursor, readUuidCursor, toPage, writeCursor } from '../../src/postgres/page.ts'

const row = (id: string) => ({ at: new Date(0), id })
const same = <Value>(value: Value) => value

describe('Pages', () => {
  it('A cursor comes back as it was given, whatever the time and the id.', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), fc.string(), (at, id) => {
        expect(readCursor(writeCursor({ at, id }))).toEqual({ at, id })
      }),
    )
  })

  it('Text that is no cursor is refused with a code, never with a surprise.', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readUuidCursor(text)).toThrow(expect.objectContaining({ code: 'cursor-not-valid' }))
      }),
    )
    const forged = Buffer.from(JSON.stringify([0, "' or true --"])).toString('base64url')
    expect(() => readUuidCursor(forged)).toThrow(expect.objectContaining({ code: 'cursor-not-valid' }))
  })

  it('There is a next page only where a row more than asked for came, and it begins after the last one shown.', () => {
    const rows = ['a', 'b', 'c'].map(row)
    const page = toPage(rows, 2, ({ id }) => id, same)
    expect(page.items).toEqual(['a', 'b'])
    expect(readCursor(page.nextCursor as string)).toEqual(row('b'))
    expect(toPage(rows, 3, same, same).nextCursor).toBeNull()
    expect(toPage([], 3, same, same)).toEqual({ items: [], nextCursor: null })
  })
})
