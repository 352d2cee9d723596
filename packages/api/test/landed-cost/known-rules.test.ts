import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { describe, expect, it } from 'vitest'
import { createKnownRules } from '../../src/landed-cost/known-rules.ts'
import { createToldVersions, oldestVersionMs } from '../../src/landed-cost/told-versions.ts'

const rule = (hsPrefix: string, key = `rule-${hsPrefix}`) => ({ key, hsPrefix }) as TradeRule

/** A database of rules, what it was asked for, and a clock that stands still. */
const world = () => {
  let rules = [rule(''), rule('94'), rule('9405')]
  let version = 1
  const asked = { versions: 0, prefixes: [] as string[][] }
  const time = { now: 1_000 }
  let atLoad = () => {}
  const versions = createToldVersions(
    async () => {
      asked.versions += 1
      return { trade_rule: String(version) }
    },
    () => time.now,
  )
  const rulesFor = createKnownRules({
    load: async ({ prefixes }) => {
      asked.prefixes.push(prefixes)
      const answer = { version: String(version), rules: rules.filter(({ hsPrefix }) => prefixes.includes(hsPrefix)) }
      atLoad()
      return answer
    },
    versions,
  })
  const tell = (next: TradeRule[]) => {
    rules = next
    version += 1
  }
  const keysFor = async (...hsCodes: string[]) => (await rulesFor({ destination: 'DE', day: '2026-03-01', hsCodes })).map(({ key }) => key)
  return { asked, time, versions, tell, keysFor, onLoad: (what: () => void) => (atLoad = what) }
}

describe('Rules that are known', () => {
  it('are read once a prefix, and the database is asked for nothing within a few milliseconds.', async () => {
    const { keysFor, asked } = world()
    expect(await keysFor('940521')).toEqual(['rule-', 'rule-94', 'rule-9405'])
    expect(await keysFor('940521', '940511')).toEqual(['rule-', 'rule-94', 'rule-9405'])
    expect(asked).toEqual({
      versions: 1,
      prefixes: [
        ['', '94', '940', '9405', '94052', '940521'],
        ['94051', '940511'],
      ],
    })
  })

  it('are forgotten when another is told, as soon as that may have been noticed.', async () => {
    const { keysFor, asked, time, tell } = world()
    await keysFor('940521')
    tell([rule('94', 'another')])
    time.now += oldestVersionMs
    expect(await keysFor('940521')).toEqual(['another'])
    expect(asked.versions).toBe(2)
  })

  it('are asked for anew at once by whoever has told one.', async () => {
    const { keysFor, tell, versions } = world()
    await keysFor('940521')
    tell([])
    versions.doubt()
    expect(await keysFor('940521')).toEqual([])
  })

  it('are of one moment, also where one is told while others are read.', async () => {
    const { keysFor, tell, onLoad, time } = world()
    await keysFor('94')
    let told = 0
    onLoad(() => {
      if (told++ > 0) return
      tell([rule('', 'new'), rule('94', 'new-94'), rule('9405', 'new-9405')])
    })
    expect(await keysFor('940521')).toEqual(['rule-', 'rule-94', 'rule-9405'])
    time.now += oldestVersionMs
    expect(await keysFor('940521')).toEqual(['new', 'new-94', 'new-9405'])
  })

  it('that keep changing are read all at once in the end.', async () => {
    const { keysFor, tell, onLoad, asked } = world()
    let at = 0
    await keysFor('94')
    tell([rule('', '0'), rule('9405', '0')])
    onLoad(() => tell([rule('', String(++at)), rule('9405', String(at))]))
    const keys = await keysFor('940521')
    expect(new Set(keys).size).toBe(1)
    expect(asked.prefixes.length).toBeLessThan(6)
  })
})
