import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from './failure-note.tsx'
import { IssueText } from './issue-text.tsx'

/** A file with many mistakes is told by the first of them. */
const most = 8

/** "line 3, country" in the reader's words; fields are called as in the file. */
const placeOf = (path: string) => {
  const [, line, field] = /^line (\d+)(?:, (.+))?$/.exec(path) ?? []
  return line ? [t('import.line', { line }), field].filter(Boolean).join(' · ') : path
}

/** What was refused of what was sent, line by line or field by field. The place is there before it is needed, so that it is read out. */
export const FailureLines = ({ failure }: { failure: Failure | undefined }) => {
  const issues = failure?.kind === 'answer' ? (failure.issues ?? []) : []
  return (
    <div class="dialog-error" role="alert">
      {failure && issues.length === 0 && failureText(failure)}
      {issues.length > 0 && (
        <>
          <p>{t('import.refused')}</p>
          <ul>
            {issues.slice(0, most).map((issue) => (
              <li key={`${issue.path} ${issue.message}`}>
                <strong>{placeOf(issue.path)}:</strong> <IssueText issue={issue} />
              </li>
            ))}
            {issues.length > most && <li>{t('import.more-mistakes', { count: issues.length - most })}</li>}
          </ul>
        </>
      )}
    </div>
  )
}
