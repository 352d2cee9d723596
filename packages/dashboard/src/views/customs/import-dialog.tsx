import { useSignal } from '@preact/signals'
import { importClearances, importFigures } from '../../data/customs-tables.ts'
import type { Failure } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { Dialog } from '../dialog.tsx'
import { DialogActions } from '../dialog-actions.tsx'
import { failureText } from '../failure-note.tsx'

const tables = ['clearances', 'figures'] as const
type Table = (typeof tables)[number]

/** A file with many mistakes is told by the first of them. */
const most = 8

/** Takes in a file that clearance is learnt from: how past clearances went, or what is published of countries. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const table = useSignal<Table>('clearances')
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
    const csv = await file.text()
    if (table.value === 'clearances') {
      const result = await importClearances(csv)
      if (result.ok) said.value = t('customs-import.clearances-done', { count: result.value.clearances, imported: result.value.imported })
      else failure.value = result.failure
    } else {
      const result = await importFigures(String(form.get('source')).trim(), csv)
      if (result.ok) said.value = t('customs-import.figures-done', { count: result.value.rows, imported: result.value.imported })
      else failure.value = result.failure
    }
    busy.value = false
  }

  const issues = failure.value?.kind === 'answer' ? (failure.value.issues ?? []) : []
  return (
    <Dialog titleId="customs-import-title" onClose={onClose} locked={false}>
      {(close) => (
        <form class="dialog-form" onSubmit={submit}>
          <h2 id="customs-import-title">{t('customs-import.title')}</h2>
          <fieldset class="dialog-checks">
            <legend>{t('customs-import.what')}</legend>
            {tables.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="table"
                  checked={table.value === one}
                  onChange={() => {
                    table.value = one
                    failure.value = undefined
                    said.value = ''
                  }}
                />
                {t(`customs-import.${one}`)}
              </label>
            ))}
          </fieldset>
          <p>{t(`customs-import.${table.value}-about`)}</p>
          {table.value === 'figures' && (
            <label>
              <span>{t('customs-import.source')}</span>
              <input class="field" name="source" required maxLength={200} autoComplete="off" />
              <small>{t('customs-import.source-rule')}</small>
            </label>
          )}
          <label>
            <span>{t('customs-import.file')}</span>
            <input class="field" name="file" type="file" accept=".csv,text/csv" required />
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
