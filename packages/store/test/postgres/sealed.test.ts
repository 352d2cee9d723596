import { expect, it } from 'vitest'
import { keyedHash, seal, unseal } from '../../src/postgres/sealed.ts'

const of = { purpose: 'news', owner: 'row-1' }

it('What is sealed is read with the key, and looks different each time.', () => {
  const [one, other] = [seal('key', of, 'willemijn@example.nl'), seal('key', of, 'willemijn@example.nl')]
  expect(one).not.toBe(other)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('willemijn')
  expect([unseal('key', of, one), unseal('key', of, other)]).toEqual(['willemijn@example.nl', 'willemijn@example.nl'])
})

it('Another key, another purpose, another row or a changed bit opens nothing.', () => {
  const sealed = seal('key', of, 'text')
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[15] = (bytes[15] ?? 0) ^ 1
  expect(() => unseal('other', of, sealed)).toThrow()
  expect(() => unseal('key', { ...of, purpose: 'wishes' }, sealed)).toThrow()
  expect(() => unseal('key', { ...of, owner: 'row-2' }, sealed)).toThrow()
  expect(() => unseal('key', of, bytes.toString('base64url'))).toThrow()
  expect(() => unseal('key', of, '')).toThrow()
})

it('A keyed hash is the same for the same text of the same row, and needs the key.', () => {
  expect(keyedHash('key', of, 'a')).toBe(keyedHash('key', of, 'a'))
  const others = [keyedHash('other', of, 'a'), keyedHash('key', of, 'b'), keyedHash('key', { ...of, owner: 'row-2' }, 'a')]
  expect(others).not.toContain(keyedHash('key', of, 'a'))
})
