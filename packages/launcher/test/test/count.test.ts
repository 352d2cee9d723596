import { describe, expect, it } from 'vitest'
import { closingLine, countTests } from '../../src/test/count.ts'

const report = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 }

describe('The closing line of npm test', () => {
  it('counts what passed, failed and was skipped.', () => {
    expect(closingLine(countTests(report, 0))).toBe('40 passed, 0 failed, 3 skipped')
    expect(closingLine(countTests({ ...report, numPendingTests: 0, numTodoTests: 0 }, 0))).toBe('40 passed, 0 failed')
  })

  it('never says that nothing failed when vitest did.', () => {
    expect(countTests(report, 1).failed).toBe(1)
    expect(countTests({ ...report, numFailedTests: 3 }, 1).failed).toBe(3)
    expect(countTests(undefined, 1).failed).toBe(1)
  })
})
