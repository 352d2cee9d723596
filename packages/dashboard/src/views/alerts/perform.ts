import type { ActOutcomes, Alert } from '@lading/shared/contract/alert'
import { isPossible } from '@lading/shared/domain/alert-handling'
import { type Act, actOn, loadAlert } from '../../data/server/act.ts'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { formatSince } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { people } from '../../state/people.ts'
import { outcome } from '../../state/queue/asking.ts'
import { chooseNone } from '../../state/queue/cursor.ts'
import type { Failure } from '../../state/server/failure.ts'
import { failureText } from '../parts/failure-note.tsx'
import { rememberFocus } from '../parts/focus-home.ts'
import { sayEvent } from './say-event.ts'

/** Does it about those for which it makes sense, and says what came of it. Answers why nothing did, if nothing was even tried. */
export const perform = async (on: Alert[], act: Act): Promise<Failure | undefined> => {
  const fit = on.filter((alert) => isPossible(act.act, alert, nowMs.value))
  if (fit.length === 0) {
    if (on.length > 0) outcome.value = { text: t('act.not-now'), isBad: true }
    return
  }
  const giveFocusBack = rememberFocus()
  const result = await actOn(fit, act)
  if (!result.ok) {
    outcome.value = { text: failureText(result.failure), isBad: true }
    return result.failure
  }
  chooseNone()
  outcome.value = await outcomeOf(result.value, act)
  giveFocusBack()
  return
}

const outcomeOf = async ({ done, refused }: ActOutcomes, act: Act) => {
  const said = [...(done.length > 0 ? [saidDone(done.length, act)] : []), ...(refused.length > 0 ? [await saidRefused(refused)] : [])]
  const back = undoing[act.act]
  return {
    text: said.join(' '),
    isBad: refused.length > 0,
    ...(done.length > 0 && back && { undo: () => void perform(done, { act: back }) }),
  }
}

const undoing: Partial<Record<Act['act'], 'wake' | 'reopen'>> = { snooze: 'wake', resolve: 'reopen' }

const saidDone = (count: number, act: Act) => {
  if (act.act === 'snooze') return t('done.snooze', { count, time: formatDateTime(Date.parse(act.until), viewerZone) })
  if (act.act === 'assign' && act.to !== null) return t('done.assign', { count, name: people.value.get(act.to)?.name ?? '' })
  if (act.act === 'assign') return t('done.unassign', { count })
  return t(`done.${act.act}`, { count })
}

/** Of a single one, who was faster and with what; of several, how many. */
const saidRefused = async (refused: ActOutcomes['refused']) => {
  const [only, ...more] = refused
  if (!only?.alert || more.length > 0) return t('refused.several', { count: refused.length })
  const detail = await loadAlert(only.id)
  const last = detail.ok ? detail.value.events.findLast(({ by }) => by !== null) : undefined
  const number = only.alert.trackingNumber
  if (!last?.by) return t('refused.one', { number })
  return t('refused.by', { number, name: last.by.name, what: sayEvent(last), time: formatSince(Date.parse(last.at), nowMs.value) })
}
