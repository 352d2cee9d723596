import { expect, test } from 'vitest'
import { keyOf } from '../../src/keyboard/keys.ts'
import { matchKey } from '../../src/keyboard/match.ts'

const table = [{ keys: ['a'] }, { keys: ['j', 'ArrowDown'] }, { keys: ['g m'] }, { keys: ['g a'] }, { keys: ['Home'] }]
const strike = (...keys: string[]) => {
  let before: string | undefined
  return keys.map((key) => {
    const matched = matchKey(table, before, key)
    before = matched.before
    return matched.found.map((each) => each.keys[0])
  })
}

test('A key does what it is bound to, by either of its names.', () => {
  expect(strike('a', 'j', 'ArrowDown', 'q')).toEqual([['a'], ['j'], ['j'], []])
})

test('The first of two keys waits for the second, which then does nothing else.', () => {
  expect(strike('g', 'a')).toEqual([[], ['g a']])
  expect(strike('g', 'm', 'a')).toEqual([[], ['g m'], ['a']])
})

test('A second key that goes with no first one is taken for itself.', () => {
  expect(strike('g', 'j', 'a')).toEqual([[], ['j'], ['a']])
  expect(strike('g', 'g', 'm')).toEqual([[], [], ['g m']])
})

test.each([
  [{ key: 'a', code: 'KeyQ' }, 'a'],
  [{ key: 'X', code: 'KeyX' }, 'X'],
  [{ key: ' ', code: 'Space' }, 'Space'],
  [{ key: 'ش', code: 'KeyA' }, 'a'],
  [{ key: 'ф', code: 'KeyA' }, 'a'],
  [{ key: 'ArrowDown', code: 'ArrowDown' }, 'ArrowDown'],
  [{ key: '?', code: 'Slash' }, '?'],
])('Pressed %j, the key is %s: a letter of another script is known by where it lies.', (pressed, key) => {
  expect(keyOf(pressed)).toBe(key)
})
