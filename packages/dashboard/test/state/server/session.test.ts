import { expect, test } from 'vitest'
import { nextAfterSignIn } from '../../../src/state/server/session.ts'

test.each([
  ['', '/'],
  ['?next=%2F%3Fstate%3Dexception%26shipment%3Dabc', '/?state=exception&shipment=abc'],
  ['?next=https://elsewhere.example/', '/'],
  ['?next=//elsewhere.example/', '/'],
  ['?next=/%5Celsewhere.example', '/'],
  ['?next=/sign-in?next=/', '/'],
])('After signing in at /sign-in%s one lands at %s and never on another site.', (search, expected) => {
  expect(nextAfterSignIn(search)).toBe(expected)
})
