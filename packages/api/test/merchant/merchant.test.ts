import { expect, it } from 'vitest'
import { checkAccent } from '../../src/merchant/check-accent.ts'
import { readLogo } from '../../src/merchant/read-logo.ts'
import { brandStyle } from '../../src/tracking-page/brand.ts'
import { png } from '../support/images.ts'

const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')
const refusal = (bytes: Buffer) => {
  try {
    return readLogo(bytes)
  } catch (error) {
    return (error as { issues: object[] }).issues
  }
}

it('A logo is what its bytes say, with its size.', () => {
  expect(readLogo(png(120, 40))).toMatchObject({ type: 'image/png', width: 120, height: 40 })
  expect(readLogo(webp)).toMatchObject({ type: 'image/webp', width: 1, height: 1 })
})

it.each([
  [
    'an SVG, which may be a program',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /none of PNG, JPEG and WebP/,
  ],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), /none of PNG/],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), /none of PNG/],
  ['nothing', Buffer.alloc(0), /none of PNG/],
  ['half a PNG', png(10, 10).subarray(0, 14), /cannot be read/],
  ['half a JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), /cannot be read/],
  ['more than fits', png(2_001, 10, { pixels: false }), /is 2001 × 10 pixels; 2000 either way/],
])('It is not %s.', (_, bytes, why) => {
  expect(refusal(bytes)).toEqual([{ path: '/logo', message: expect.stringMatching(why) }])
})

it('A colour that cannot be read is refused, with the contrast that was found, in light and in dark.', () => {
  const check = (light: string, dark: string) => checkAccent({ name: 'Lamps', accent: { light, dark } })
  expect(check('#3a4fc4', '#9AA9FF')).toEqual([])
  expect(checkAccent({ name: 'Lamps', accent: null })).toEqual([])
  expect(check('#ff9900', '#9aa9ff')).toEqual([
    { path: '/accent/light', message: 'has a contrast of 1.97:1 to the page, which is light; 4.5:1 at least is needed (WCAG 2.2, 1.4.3)' },
  ])
  expect(check('#3a4fc4', '#3a4fc4').map(({ path }) => path)).toEqual(['/accent/dark'])
})

it('The style sheet says two colours and what is written on them, and nothing else.', () => {
  expect(brandStyle({ light: '#8a1c5c', dark: '#ff9ad5' })).toBe(
    ':root{--accent:light-dark(#8a1c5c,#ff9ad5);--accent-ink:light-dark(#ffffff,#0f151b)}\n',
  )
})
