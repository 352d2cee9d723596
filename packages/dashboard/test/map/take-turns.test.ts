import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { giveUpTurn, takeTurn } from '../../src/map/take-turns.ts'

describe('Painters that take turns', () => {
  let frames: (() => void)[] = []
  const frame = () => {
    for (const callback of frames.splice(0)) callback()
  }
  const painted: string[] = []
  const land = () => painted.push('land')
  const ships = () => painted.push('ships')

  beforeEach(() => {
    frames = []
    painted.length = 0
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('paint one a frame, in the order in which they asked, and once however often.', () => {
    for (const paint of [land, ships, land]) takeTurn(paint)
    frame()
    expect(painted).toEqual(['land'])
    frame()
    expect(painted).toEqual(['land', 'ships'])
    expect(frames).toEqual([])
  })

  it('may ask again while they paint, behind those that wait.', () => {
    let left = 2
    const glide = () => {
      painted.push('glide')
      left -= 1
      if (left > 0) takeTurn(glide)
    }
    takeTurn(glide)
    takeTurn(land)
    for (let at = 0; at < 4; at += 1) frame()
    expect(painted).toEqual(['glide', 'land', 'glide'])
  })

  it('that are gone do not paint.', () => {
    takeTurn(land)
    takeTurn(ships)
    giveUpTurn(land)
    frame()
    expect(painted).toEqual(['ships'])
  })
})
