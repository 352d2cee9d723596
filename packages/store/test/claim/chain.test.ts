import type { ClaimEntry } from '@lading/shared/contract/claim'
import { canonicalJson } from '@lading/shared/domain/canonical-json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWrong, follow, sha256 } from '../../src/claim/chain.ts'
import { checkPack, writePack } from '../../src/claim/pack.ts'

const claim = '11111111-1111-4111-8111-111111111111'
const said = fc.record({ text: fc.string({ unit: 'grapheme' }), amount: fc.double({ noNaN: true, noDefaultInfinity: true }) })
const asRead = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))
const chainOf = (bodies: Record<string, unknown>[], kind: ClaimEntry['kind'] = 'comment') =>
  bodies.reduce<ClaimEntry[]>((before, body) => {
    const entry = { at: '2026-05-01T00:00:00.000Z', by: null, partner: null, kind, body: asRead(body) }
    before.push(follow(claim, before.at(-1), entry))
    return before
  }, [])
const chains = fc.array(said, { minLength: 1, maxLength: 6 }).map((bodies) => chainOf(bodies))

describe('A chain of entries', () => {
  it('fits as it was written, in whatever order names are read again.', () => {
    const turned = (entry: ClaimEntry) => Object.fromEntries(Object.entries(asRead(entry)).toReversed()) as ClaimEntry
    fc.assert(
      fc.property(chains, (chain) => {
        expect(firstWrong(claim, chain.map(turned))).toBeUndefined()
      }),
    )
  })

  it('names the first entry that was changed, left out or moved.', () => {
    const changes: ((entry: ClaimEntry) => Partial<ClaimEntry>)[] = [
      ({ body }) => ({ body: { ...body, text: `${body.text}.` } }),
      ({ body }) => ({ body: { ...body, more: null } }),
      () => ({ at: '2026-05-01T00:00:00.001Z' }),
      () => ({ by: claim }),
      () => ({ partner: 'roadstar' }),
      () => ({ kind: 'accepted' }),
      ({ hash }) => ({ hash: hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) }),
    ]
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(changes.length - 1), (chain, which, how) => {
        const at = which % chain.length
        const changed = chain.map((entry, index) => (index === at ? { ...entry, ...changes[how]?.(entry) } : entry))
        expect(firstWrong(claim, changed)).toBe(at + 1)
        if (at < chain.length - 1) expect(firstWrong(claim, chain.toSpliced(at, 1))).toBe(at + 1)
        if (at > 0) expect(firstWrong(claim, chain.with(at - 1, chain[at] as ClaimEntry).with(at, chain[at - 1] as ClaimEntry))).toBe(at)
      }),
    )
  })

  it('is of one claim: entries of another do not fit.', () => {
    expect(firstWrong('22222222-2222-4222-8222-222222222222', chainOf([{}]))).toBe(1)
  })
})

describe('An evidence pack', () => {
  const contents = { shipment: { track: [{ lat: 51.95, lon: 4.14 }], note: 'Größe "M"' } }
  const entries = [...chainOf([{ text: 'Crushed' }, { text: 'They called' }])]
  entries.push(
    follow(claim, entries.at(-1), {
      ...{ at: '2026-05-02T00:00:00.000Z', by: null, partner: null, kind: 'pack' },
      body: { sha256: sha256(canonicalJson(contents)) },
    }),
  )
  const check = (text: string) => checkPack(Buffer.from(text))
  const pack = writePack(claim, contents, entries)

  it('is intact as it was handed out, and tells its head.', () => {
    expect(check(pack)).toEqual({ isIntact: true, claim, entries: 3, head: entries[2]?.hash, sha256: sha256(pack) })
  })

  it('is not with any one byte of it changed, added or taken away.', () => {
    const bytes = Buffer.from(pack)
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (bytes[at] as number) ^ 1
      expect(checkPack(changed).isIntact, `${at}`).toBe(false)
    }
    expect([check(`${pack} `).isIntact, check(pack.trimEnd()).isIntact, check('{}').isIntact]).toEqual([false, false, false])
  })

  it('says where it was changed: in what was known, or at which entry.', () => {
    expect(check(pack.replace('51.95', '51.96'))).toEqual({ isIntact: false, mistake: 'contents', firstWrong: null })
    expect(check(pack.replace('They called', 'They wrote'))).toEqual({ isIntact: false, mistake: 'entry', firstWrong: 2 })
  })
})
