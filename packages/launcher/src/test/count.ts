export type Count = { passed: number; failed: number; skipped: number }

/** The part of vitest's JSON report that matters here. */
export type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }

/** What vitest ran. A file that could not even be read fails without a failing test: it counts as one. */
export const countTests = (report: Report | undefined, exitCode: number): Count => {
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests = 0, numTodoTests = 0 } = report ?? {}
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped: numPendingTests + numTodoTests }
}

export const closingLine = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
