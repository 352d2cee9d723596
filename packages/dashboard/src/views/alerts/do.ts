import type { Alert } from '@lading/shared/contract/alert'
import { isPossible } from '@lading/shared/domain/alert-handling'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { mayAct } from '../../state/people.ts'
import { asking, outcome } from '../../state/queue/asking.ts'
import { actOf, type Deed } from '../../state/queue/deeds.ts'
import { session } from '../../state/server/session.ts'
import { rememberFocus } from '../parts/focus-home.ts'
import { perform } from './perform.ts'

/** Does what a button or a key means: at once, or after a dialog has asked what it needs to know. */
export const doTo = (alerts: Alert[], deed: Deed) => {
  if (!mayAct.value) {
    outcome.value = { text: t('problem.refused'), isBad: true }
    return
  }
  const fit = alerts.filter((alert) => isPossible(actOf(deed), alert, nowMs.value))
  if (fit.length === 0) outcome.value = { text: t('act.not-now'), isBad: true }
  else if (deed === 'take') void perform(fit, { act: 'assign', to: session.value?.id ?? null })
  else if (deed === 'acknowledge' || deed === 'wake' || deed === 'reopen') void perform(fit, { act: deed })
  else asking.value = { what: deed, alerts: fit, giveFocusBack: rememberFocus() }
}

export const undo = () => outcome.value?.undo?.()
