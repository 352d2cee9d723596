import { expect, test } from 'vitest'
import { screenOf } from '../../../src/state/address/screen.ts'

test.each([
  ['/', 'map'],
  ['/devices', 'devices'],
  ['/customs', 'customs'],
  ['/risk', 'risk'],
  ['/currencies', 'currencies'],
  ['/accuracy', 'accuracy'],
  ['/sign-in', 'map'],
  ['/cellar', 'map'],
])('The path %s shows the screen %s.', (path, screen) => expect(screenOf(path)).toBe(screen))
