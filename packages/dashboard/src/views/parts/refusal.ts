import type { Failure } from '../../state/server/failure.ts'
import { failureText } from './failure-note.tsx'
import { issuesOf, otherIssues } from './field-error.tsx'
import { issueText } from './issue-text.tsx'

/** Why nothing was taken, as far as no field says it: these have words of their own beneath them. */
export const refusal = (failure: Failure, fields: string[]) => {
  const others = otherIssues(failure, fields)
  if (others.length > 0) return others.map((issue) => `${issue.path} ${issueText(issue)}`).join('; ')
  return fields.some((field) => issuesOf(failure, field).length > 0) ? '' : failureText(failure)
}
