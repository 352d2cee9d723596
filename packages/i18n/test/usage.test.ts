// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of code are what is looked at here
import { describe, expect, it } from 'vitest'
import type { Face } from '../src/faces.ts'
import { readCatalogue } from '../src/read-catalogue.ts'
import { read } from './scan/arguments-of.ts'
import { callsIn, literalsIn, unknown } from './scan/calls.ts'
import { families, keysOfFamily } from './scan/families.ts'
import { parsed, readSources } from './scan/sources.ts'
import { wordsIn } from './scan/written-out.ts'

const folders: Record<Face, string[]> = {
  dashboard: ['packages/dashboard/src'],
  tracking: ['packages/api/src', 'packages/workers/src', 'packages/i18n/src'],
}
// The name of the product is the same everywhere.
const notWords = new Set(['Lading'])

describe.each(Object.entries(folders) as [Face, string[]][])('The texts of the %s', (face, its) => {
  const sources = its.flatMap(readSources)
  const calls = sources.flatMap(callsIn)
  const written = new Set(sources.flatMap(literalsIn))
  const english = readCatalogue('en', face)
  const declared = families[face]

  it('that code puts together are declared in scan/families.ts, and no others are.', () => {
    const together = calls.flatMap(({ keys }) => keys).filter((key) => key.includes('*'))
    expect([...new Set(together)].filter((pattern) => !declared[pattern])).toEqual([])
    expect(Object.keys(declared).filter((pattern) => !written.has(pattern))).toEqual([])
  })

  const expanded = (key: string) => (declared[key] ? keysOfFamily(key, declared[key]) : [key])

  it('that code asks for are in English.', () => {
    const missing = calls.flatMap(({ at, keys }) =>
      keys.flatMap(expanded).flatMap((key) => (english[key] || key === unknown ? [] : [`${at} ${key}`])),
    )
    const put = Object.entries(declared).flatMap(([pattern, values]) => keysOfFamily(pattern, values).filter((key) => !english[key]))
    expect([...missing, ...put]).toEqual([])
  })

  it('that are in English are asked for.', () => {
    const used = new Set([...written].flatMap(expanded))
    expect(Object.keys(english).filter((key) => !used.has(key))).toEqual([])
  })

  it('are given the arguments that they take.', () => {
    const wrong = calls.flatMap(({ at, keys, given }) => {
      if (!given || keys.includes(unknown)) return []
      const taken = keys.flatMap(expanded).flatMap((key) => read(english[key] ?? '').names.map((name) => ({ key, name })))
      const lacking = taken.filter(({ name }) => !given.includes(name)).map(({ key, name }) => `${at} ${key} lacks {${name}}`)
      const idle = given.filter((name) => !taken.some((each) => each.name === name)).map((name) => `${at} ${name} is not in the text`)
      return [...lacking, ...idle]
    })
    expect(wrong).toEqual([])
  })

  it('are in catalogues, not in code.', () => {
    const found = sources.flatMap(wordsIn).filter(({ words }) => !notWords.has(words))
    expect(found.map(({ at, words }) => `${at} ${words}`)).toEqual([])
  })
})

describe('What looks for texts in code', () => {
  const words = (code: string) => wordsIn(parsed('example.tsx', code)).map((each) => each.words)

  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{t("key")} · 12 %</p>', []],
    ['<p>{late ? "late" : t("key")}</p>', ['late']],
    ['<p>{late && `by ${hours} h`}</p>', ['by', 'h']],
    ['<input placeholder="Number" class="field" aria-label={t("key")} />', ['Number']],
    ['<input title={named ? "A name" : undefined} />', ['A name']],
    ['html`<p class="label" title="Why">${name} arrives <b>soon</b></p>`', ['Why', 'arrives', 'soon']],
    ['html`<p class=${kind}>${t("key")}, ${more}</p>`', []],
    ['place.textContent = "Nothing"; place.className = "nothing"', ['Nothing']],
    ['map.setAttribute("aria-label", "Map"); map.setAttribute("role", "region")', ['Map']],
  ])('finds in %s: %s', (code, found) => expect(words(code)).toEqual(found))

  it('reads the keys and arguments of a call.', () => {
    const [call] = callsIn(parsed('example.ts', 't(late ? "eta.late" : `eta.${how}-x`, { time, by: 3 })'))
    expect(call).toEqual({ at: 'example.ts:1', keys: ['eta.late', 'eta.*-x'], given: ['time', 'by'] })
    expect(callsIn(parsed('example.ts', 'texts.t(key, { ...facts })'))).toEqual([{ at: 'example.ts:1', keys: [unknown], given: undefined }])
  })
})
