import type { CustomsEntry } from '@lading/shared/contract/customs'
import { type CustomsEventState, customsStates, mayFollow } from '@lading/shared/domain/customs-entry'
import { useSignal } from '@preact/signals'
import { tellCustoms } from '../../data/customs/customs.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { TimeField } from '../dialog/fields.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { lines } from './lines.ts'

type Props = { shipmentId: string; leg: number; entry: CustomsEntry | undefined; onClose: () => void }

const fields = ['/state', '/eventTime', '/documents', '/note']

/** Tells what happened to a declaration: what, when, which documents are asked for, and a word about it. */
export const EventDialog = ({ shipmentId, leg, entry, onClose }: Props) => {
  const before = entry?.state ?? 'draft'
  const possible = customsStates.filter((state): state is CustomsEventState => state !== 'draft' && mayFollow(before, state))
  const state = useSignal(possible[0])
  const send = (form: FormData) => {
    const [at, documents, note] = [String(form.get('at')), lines(form.get('documents')), String(form.get('note')).trim()]
    return tellCustoms(shipmentId, leg, {
      state: state.value,
      ...(at && { eventTime: new Date(at).toISOString() }),
      ...(documents.length > 0 && { documents }),
      ...(note && { note }),
    })
  }
  return (
    <DeedDialog title={t('customs.tell')} deed={t('customs.tell-do')} fields={fields} send={send} onClose={onClose}>
      {(error) => (
        <>
          <label>
            <span>{t('customs.what-happened')}</span>
            <select
              class="field"
              value={state.value}
              aria-invalid={error('/state').length > 0}
              aria-describedby="customs-state-error"
              onChange={({ currentTarget }) => {
                state.value = currentTarget.value as typeof state.value
              }}
            >
              {possible.map((one) => (
                <option key={one} value={one}>
                  {t(`customs-state.${one}`)}
                </option>
              ))}
            </select>
            <FieldError id="customs-state-error" messages={error('/state')} />
          </label>
          <TimeField name="at" label={t('customs.when')} rule={t('customs.when-rule')} messages={error('/eventTime')} />
          {state.value === 'documents-required' && (
            <label>
              <span>{t('customs.documents-asked')}</span>
              <textarea
                class="field lines"
                name="documents"
                rows={3}
                aria-invalid={error('/documents').length > 0}
                aria-describedby="customs-documents-rule customs-documents-error"
              />
              <small id="customs-documents-rule">{t('customs.one-a-line')}</small>
              <FieldError id="customs-documents-error" messages={error('/documents')} />
            </label>
          )}
          <label>
            <span>{t('customs.note')}</span>
            <input
              class="field"
              name="note"
              maxLength={500}
              autoComplete="off"
              aria-invalid={error('/note').length > 0}
              aria-describedby="customs-note-error"
            />
            <FieldError id="customs-note-error" messages={error('/note')} />
          </label>
        </>
      )}
    </DeedDialog>
  )
}
