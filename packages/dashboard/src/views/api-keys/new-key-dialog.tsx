import type { ApiKeySecret } from '@lading/shared/contract/api-key'
import { type KeyScope, keyLifetimes, keyScopes } from '@lading/shared/domain/api-key'
import { useSignal } from '@preact/signals'
import { makeApiKey } from '../../data/account/api-keys.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DialogActions } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { refusal } from '../parts/refusal.ts'
import { KeyShown } from './key-shown.tsx'

/** Asks what a key is for and may do, makes it, and shows it for the only time. */
export const NewKeyDialog = ({ onClose }: { onClose: () => void }) => {
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const isMissing = useSignal(false)
  const made = useSignal<ApiKeySecret | undefined>(undefined)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const scopes = form.getAll('scope') as KeyScope[]
    isMissing.value = scopes.length === 0
    failure.value = undefined
    if (isMissing.value) return
    busy.value = true
    const result = await makeApiKey({ name: String(form.get('name')).trim(), scopes, expiresInDays: Number(form.get('days')) })
    busy.value = false
    if (result.ok) made.value = result.value
    else failure.value = result.failure
  }
  return (
    <Dialog titleId="new-key-title" onClose={onClose} locked={made.value !== undefined}>
      {(close) =>
        made.value ? (
          <KeyShown name={made.value.key.name} secret={made.value.secret} titleId="new-key-title" onDone={close} />
        ) : (
          <form class="dialog-form" onSubmit={(event) => void submit(event)}>
            <h2 id="new-key-title">{t('api-keys.add')}</h2>
            <label>
              <span>{t('api-keys.name')}</span>
              <input
                class="field"
                name="name"
                required
                maxLength={120}
                pattern=".*\S.*"
                autoComplete="off"
                aria-describedby="key-name-about"
              />
              <small id="key-name-about">{t('api-keys.name-about')}</small>
            </label>
            <fieldset class="dialog-options">
              <legend>{t('api-keys.scopes')}</legend>
              {keyScopes.map((scope) => (
                <label key={scope} class="dialog-option">
                  <input type="checkbox" name="scope" value={scope} aria-describedby={isMissing.value ? 'key-error' : undefined} />
                  <span>
                    {t(`api-keys.scope.${scope}`)}
                    <small>{t(`api-keys.scope-about.${scope}`)}</small>
                  </span>
                </label>
              ))}
            </fieldset>
            <label>
              <span>{t('api-keys.lifetime')}</span>
              <select class="field" name="days">
                {keyLifetimes.map((days) => (
                  <option key={days} value={days} selected={days === keyLifetimes[1]}>
                    {t('stock.days', { count: days })}
                  </option>
                ))}
              </select>
            </label>
            <p class="dialog-error" id="key-error" role="alert">
              {isMissing.value ? t('api-keys.no-scope') : failure.value && refusal(failure.value, [])}
            </p>
            <DialogActions deed={t('api-keys.add')} busy={busy.value} onCancel={close} />
          </form>
        )
      }
    </Dialog>
  )
}
