import { readFileSync } from 'node:fs'
import { accentContrast, contrastOf, grounds, inkOn, textContrast } from '@lading/shared/domain/contrast'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  // The lightest grey that text may have on white, and the next one.
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
])('The contrast of %s to %s is %d:1.', (one, other, ratio) => {
  expect(contrastOf(one, other)).toBeCloseTo(ratio, 2)
  expect(contrastOf(other, one)).toBe(contrastOf(one, other))
})

it('On whatever colour, one of the inks can be read.', () => {
  fc.assert(fc.property(colour, (ground) => contrastOf(inkOn(ground), ground) >= 4))
  fc.assert(
    fc.property(colour, (accent) => {
      fc.pre(accentContrast(accent, 'light') >= textContrast || accentContrast(accent, 'dark') >= textContrast)
      return contrastOf(inkOn(accent), accent) >= textContrast
    }),
  )
})

it('The grounds are those that the pages have.', () => {
  const tokens = readFileSync(new URL('../../../dashboard/src/styles/tokens.css', import.meta.url), 'utf8')
  const [ground, sunken] = ['ground', 'ground-sunken'].map((name) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens))
  expect(grounds).toEqual({ light: [ground?.[1], sunken?.[1]], dark: [ground?.[2], sunken?.[2]] })
})
