import { expect, it } from 'vitest'
import { isTimeZone } from '../src/is-time-zone.ts'

it.each([
  ['Europe/Amsterdam', true],
  ['Asia/Kolkata', true],
  ['UTC', true],
  ['+02:00', false],
  ['Mars/Olympus', false],
  ['', false],
])('%s is a time zone: %s.', (zone, expected) => expect(isTimeZone(zone)).toBe(expected))
