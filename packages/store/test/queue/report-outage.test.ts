import { reportOutage } from '@lading/store/queue/report-outage'
import { expect, test } from 'vitest'

test('The same trouble is reported once, another one at once, and the first again after it was gone for a while.', () => {
  let nowMs = 0
  const said: string[] = []
  const report = reportOutage(
    (error) => said.push(error.message),
    60_000,
    () => nowMs,
  )
  for (nowMs = 0; nowMs < 300_000; nowMs += 1_000) report(new Error('refused'))
  expect(said).toEqual(['refused'])
  report(new Error('timed out'))
  expect(said).toEqual(['refused', 'timed out'])
  nowMs += 60_000
  report(new Error('refused'))
  expect(said).toEqual(['refused', 'timed out', 'refused'])
})
