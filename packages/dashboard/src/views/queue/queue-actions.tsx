import { isPossible } from '@lading/shared/domain/alert-handling'
import { t } from '../../i18n/t.ts'
import { keyFor } from '../../keyboard/shortcuts.ts'
import { judgedAtMs } from '../../state/judged-at.ts'
import { chooseAll, chooseNone, chosenAlerts, targets } from '../../state/queue/cursor.ts'
import { actOf, deeds } from '../../state/queue/deeds.ts'
import { queue } from '../../state/queue/queue.ts'
import { doTo } from '../alerts/do.ts'

/** What can be done about all that is chosen, or else about the entry at hand. */
export const QueueActions = () => {
  const { value: on } = targets
  const chosen = chosenAlerts.value.length
  const choosable = queue.value.filter(({ alert }) => alert).length
  const possible = deeds.filter((deed) => on.some((alert) => isPossible(actOf(deed), alert, judgedAtMs.value)))
  return (
    <div class="queue-actions" role="toolbar" aria-label={t('queue.actions')}>
      <label class="check queue-all">
        <input
          type="checkbox"
          checked={chosen > 0 && chosen === choosable}
          indeterminate={chosen > 0 && chosen < choosable}
          disabled={choosable === 0}
          aria-label={t('keys.choose-all')}
          onChange={() => (chosen > 0 ? chooseNone() : chooseAll())}
        />
        <span>{chosen > 0 ? t('queue.chosen', { count: chosen }) : t('queue.entries', { count: queue.value.length })}</span>
      </label>
      <span class="queue-deeds">
        {chosen > 0 &&
          possible.map((deed) => (
            <button
              key={deed}
              type="button"
              class="button button-small"
              data-exact={t('keys.key', { key: keyFor(`act.${deed}`) ?? '' })}
              onClick={() => doTo(on, deed)}
            >
              {t(`act.${deed}`)}
            </button>
          ))}
      </span>
    </div>
  )
}
