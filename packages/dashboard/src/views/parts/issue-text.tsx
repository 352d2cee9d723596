import type { Issue } from '@lading/shared/issue/issue'
import { isolated } from '../../format/isolated.ts'
import { isKey, t } from '../../i18n/t.ts'

/** What is wrong with a part of what was sent, in the reader's language; in English where the api has a code that is not known here. */
export const issueText = ({ code, params = {}, message }: Issue) => {
  const key = `issue.${code}`
  if (!isKey(key)) return message
  const told = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value])
  return t(key, Object.fromEntries(told))
}

/** The same with its direction: of the page, or of English. */
export const IssueText = ({ issue }: { issue: Issue }) => {
  const text = issueText(issue)
  return isKey(`issue.${issue.code}`) ? <span>{text}</span> : <bdi lang="en">{text}</bdi>
}
