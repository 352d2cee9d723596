import { useSignal } from '@preact/signals'
import type { Failure } from '../../data/request.ts'
import { beginWith, saveView } from '../../data/saved-views.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import { currentQuery } from '../../state/saved-views.ts'
import { Dialog } from '../dialog.tsx'
import { refusal } from './refusal.ts'

/** Keeps what the screen shows under a name. */
export const SaveDialog = ({ onClose }: { onClose: () => void }) => {
  const failure = useSignal<Failure | undefined>(undefined)
  const busy = useSignal(false)
  const save = async (event: SubmitEvent, close: () => void) => {
    event.preventDefault()
    const fields = new FormData(event.target as HTMLFormElement)
    busy.value = true
    const result = await saveView({ name: String(fields.get('name')).trim(), query: currentQuery.value, shared: fields.has('shared') })
    if (result.ok && fields.has('default')) await beginWith(result.value.id)
    busy.value = false
    failure.value = result.ok ? undefined : result.failure
    if (result.ok) close()
  }
  return (
    <Dialog titleId="save-view-title" locked={false} onClose={onClose}>
      {(close) => (
        <form class="dialog-form" onSubmit={(event) => void save(event, close)}>
          <h2 id="save-view-title">{t('views.save-title')}</h2>
          <label>
            <span>{t('views.name')}</span>
            <input class="field" name="name" required maxLength={80} autoComplete="off" aria-describedby="save-view-error" />
          </label>
          <div class="dialog-checks">
            {mayAct.value && (
              <label class="check">
                <input type="checkbox" name="shared" />
                <span>{t('views.share')}</span>
              </label>
            )}
            <label class="check">
              <input type="checkbox" name="default" />
              <span>{t('views.make-default')}</span>
            </label>
          </div>
          <p class="dialog-error" id="save-view-error" role="alert">
            {failure.value && refusal(failure.value)}
          </p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={close}>
              {t('action.cancel')}
            </button>
            <button type="submit" class="button button-primary" disabled={busy.value}>
              {t('views.save-do')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
