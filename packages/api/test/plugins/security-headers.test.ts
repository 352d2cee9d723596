import { describe, expect, it } from 'vitest'
import { tileSource } from '../../src/plugins/security-headers.ts'

describe('tileSource', () => {
  it.each([
    ['https://tiles.example/{z}/{x}/{y}.png', 'https://tiles.example'],
    ['https://{s}.tiles.example/{z}/{x}/{y}.png', 'https://*.tiles.example'],
    ['http://127.0.0.1:8081/{z}/{x}/{y}.png', 'http://127.0.0.1:8081'],
    ['https://{a-c}.tiles.example:8443/{z}.png?key=1', 'https://*.tiles.example:8443'],
  ])('%s may be loaded from %s.', (url, source) => expect(tileSource(url)).toBe(source))

  it('Something that is not an address stops the start instead of opening the policy.', () => {
    for (const url of ['', '*', 'data:image/png,x', '/tiles/{z}.png', "https:// 'unsafe-inline'"])
      expect(() => tileSource(url), url).toThrow('TILE_URL')
  })
})
