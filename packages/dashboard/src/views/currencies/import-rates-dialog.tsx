import { useSignal } from '@preact/signals'
import { importRates } from '../../data/currencies.ts'
import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { Dialog } from '../dialog.tsx'
import { DialogActions } from '../dialog-actions.tsx'
import { failureText } from '../failure-note.tsx'

/** A file with many mistakes is told by the first of them. */
const most = 8

/** Takes in a file of reference rates: all of it or nothing. */
export const ImportRatesDialog = ({ onClose }: { onClose: () => void }) => {
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const said = useSignal('')

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const file = form.get('file')
    if (!(file instanceof File)) return
    busy.value = true
    failure.value = undefined
    said.value = ''
    const result = await importRates(await file.text(), String(form.get('source')).trim())
    busy.value = false
    if (result.ok) {
      const { rates, days, imported } = result.value
      said.value = t('currencies.import-done', { rates, days, imported })
    } else failure.value = result.failure
  }

  const issues = failure.value?.kind === 'answer' ? (failure.value.issues ?? []) : []
  return (
    <Dialog titleId="currencies-import-title" onClose={onClose} locked={false}>
      {(close) => (
        <form class="dialog-form" onSubmit={submit}>
          <h2 id="currencies-import-title">{t('currencies.import')}</h2>
          <p>{t('currencies.import-about')}</p>
          <label>
            <span>{t('customs-import.file')}</span>
            <input class="field" name="file" type="file" accept=".csv,.xml,text/csv,application/xml,text/xml" required />
          </label>
          <label>
            <span>{t('currencies.import-source')}</span>
            <input class="field" name="source" maxLength={120} autoComplete="off" />
            <small>{t('currencies.import-source-rule')}</small>
          </label>
          <div class="dialog-error" role="alert">
            {failure.value && issues.length === 0 && failureText(failure.value)}
            {issues.length > 0 && (
              <ul>
                {issues.slice(0, most).map(({ path, message }) => (
                  <li key={`${path} ${message}`}>
                    {path}: {message}
                  </li>
                ))}
                {issues.length > most && <li>{t('customs-import.more-mistakes', { count: issues.length - most })}</li>}
              </ul>
            )}
          </div>
          <p role="status">{said.value}</p>
          <DialogActions
            deed={t(busy.value ? 'customs-import.busy' : 'customs-import.do')}
            busy={busy.value}
            cancel={t('customs-import.close')}
            onCancel={close}
          />
        </form>
      )}
    </Dialog>
  )
}
