import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'

/** Why it was not taken; every line that was refused is said. */
export const accountRefusal = (failure: Failure, lines: string[]) => {
  if (failure.kind !== 'answer') return failureText(failure)
  if (failure.code === 'device-registered' || failure.code === 'bridge-registered') return t('accounts.taken')
  const said = (failure.issues ?? []).flatMap(({ path }) => {
    const [, list, at] = /^\/(topicFilters|deviceIds)\/(\d+)$/.exec(path) ?? []
    if (/^\/(id|name|deviceId)$/.test(path)) return t('accounts.name-refused')
    const line = lines[Number(at)]
    if (line === undefined) return []
    return t(list === 'deviceIds' ? 'accounts.line-unregistered' : 'accounts.line-no-topic', { line })
  })
  return said.length > 0 ? said.join(' ') : failureText(failure)
}
