import { contains, parseBbox } from '@lading/shared/geo/bbox'
import { expect, it } from 'vitest'

it.each(['', '1,2,3', 'a,b,c,d', '0,10,5,5', '0,-91,5,5', '-190,0,5,5', '0,0,0,NaN'])('%j is no box', (text) => {
  expect(parseBbox(text)).toBeUndefined()
})

it('holds what lies in it', () => {
  const box = parseBbox('-10,40,10,60')
  expect(box && contains(box, { lat: 50, lon: 0 })).toBe(true)
  expect(box && contains(box, { lat: 50, lon: 11 })).toBe(false)
})

it('crosses the antimeridian when west is greater than east', () => {
  const pacific = parseBbox('170,-10,-170,10')
  expect(pacific && contains(pacific, { lat: 0, lon: 175 })).toBe(true)
  expect(pacific && contains(pacific, { lat: 0, lon: -175 })).toBe(true)
  expect(pacific && contains(pacific, { lat: 0, lon: 0 })).toBe(false)
})
