import type { Failure } from '../../state/server/failure.ts'
import { issueText } from './issue-text.tsx'

/** What an answer says of one field of what was sent, such as `/eventTime` or `/documents`. */
export const issuesOf = (failure: Failure | undefined, path: string) =>
  failure?.kind === 'answer'
    ? (failure.issues ?? []).filter((issue) => issue.path === path || issue.path.startsWith(`${path}/`)).map(issueText)
    : []

/** What an answer says of no field in particular, or of one that is not among these. */
export const otherIssues = (failure: Failure | undefined, paths: string[]) =>
  failure?.kind === 'answer'
    ? (failure.issues ?? []).filter((issue) => !paths.some((path) => issue.path === path || issue.path.startsWith(`${path}/`)))
    : []

/** Beneath the field that it is about, which names it with `aria-describedby`. */
export const FieldError = ({ id, messages }: { id: string; messages: string[] }) =>
  messages.length === 0 ? null : (
    <span class="field-error" id={id} role="alert">
      {messages.join('; ')}
    </span>
  )
