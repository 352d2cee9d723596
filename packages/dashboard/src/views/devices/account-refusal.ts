import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { failureText } from '../failure-note.tsx'

/** Why it was not taken; of lines that were refused each is said with its reason. */
export const accountRefusal = (failure: Failure, lines: string[]) => {
  if (failure.kind !== 'answer') return failureText(failure)
  if (failure.code === 'device-registered' || failure.code === 'bridge-registered') return t('accounts.taken')
  const said = (failure.issues ?? []).map(({ path, message }) => {
    const line = lines[Number(/^\/(?:topicFilters|deviceIds)\/(\d+)$/.exec(path)?.[1])]
    return line === undefined || message.includes(line) ? message : t('accounts.line-refused', { line, message })
  })
  return said.length > 0 ? said.join('; ') : failureText(failure)
}
