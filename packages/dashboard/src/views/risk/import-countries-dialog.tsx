import { useSignal } from '@preact/signals'
import type { Failure } from '../../data/request.ts'
import { importCountryEvents, importCountryIndex } from '../../data/risk.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { Dialog } from '../dialog.tsx'
import { DialogActions } from '../dialog-actions.tsx'
import { failureText } from '../failure-note.tsx'

const tables = ['events', 'index'] as const
type Table = (typeof tables)[number]

/** A file with many mistakes is told by the first of them. */
const most = 8

/** Takes in a file of events in countries, or of the figures of a published index; all of it or nothing. */
export const ImportCountriesDialog = ({ onClose }: { onClose: () => void }) => {
  const table = useSignal<Table>('events')
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
    if (table.value === 'events') {
      const result = await importCountryEvents(csv)
      if (result.ok) said.value = t('risk-import.events-done', { count: result.value.events, imported: result.value.imported })
      else failure.value = result.failure
    } else {
      const text = (name: string) => String(form.get(name)).trim()
      const edition = { name: text('name'), source: text('source'), of: text('of'), best: text('best'), worst: text('worst') }
      const result = await importCountryIndex(edition, csv)
      if (result.ok) said.value = t('risk-import.index-done', { count: result.value.imported })
      else failure.value = result.failure
    }
    busy.value = false
  }

  const issues = failure.value?.kind === 'answer' ? (failure.value.issues ?? []) : []
  return (
    <Dialog titleId="risk-import-title" onClose={onClose} locked={false}>
      {(close) => (
        <form class="dialog-form" onSubmit={submit}>
          <h2 id="risk-import-title">{t('risk-import.title')}</h2>
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
                {t(`risk-import.${one}`)}
              </label>
            ))}
          </fieldset>
          <p>{t(`risk-import.${table.value}-about`)}</p>
          {table.value === 'index' && <Edition />}
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

/** Of which index the figures are, of which day, and what its scale is. */
const Edition = () => (
  <>
    <label>
      <span>{t('risk-import.name')}</span>
      <input class="field" name="name" required maxLength={120} pattern=".*\S.*" autoComplete="off" />
    </label>
    <label>
      <span>{t('customs-import.source')}</span>
      <input class="field" name="source" required maxLength={300} pattern=".*\S.*" autoComplete="off" />
    </label>
    <label>
      <span>{t('risk-import.of')}</span>
      <input class="field" name="of" type="date" required max={new Date(nowMs.peek()).toISOString().slice(0, 10)} />
    </label>
    <div class="areas-pair">
      <label>
        <span>{t('risk-import.best')}</span>
        <input class="field" name="best" type="number" step="any" required defaultValue="100" />
      </label>
      <label>
        <span>{t('risk-import.worst')}</span>
        <input class="field" name="worst" type="number" step="any" required defaultValue="0" />
      </label>
    </div>
  </>
)
