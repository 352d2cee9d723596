import type { CustomsEntry } from '@lading/shared/contract/customs'
import { useSignal } from '@preact/signals'
import { changeEntry } from '../../data/customs/customs.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { lines } from './lines.ts'

type Props = { shipmentId: string; leg: number; entry: CustomsEntry | undefined; onClose: () => void }

const texts = [
  { name: 'office', max: 40 },
  { name: 'reference', max: 60 },
  { name: 'declarant', max: 120 },
  { name: 'broker', max: 120 },
] as const
const lists = ['requiredDocuments', 'restrictions'] as const
const fields = [...texts.map(({ name }) => `/${name}`), ...lists.map((name) => `/${name}`), '/presentDocuments', '/lastFreeDay']

/** What is known of a declaration: where and by whom, which documents it takes, which are there, and what the goods are under. */
export const EntryDialog = ({ shipmentId, leg, entry, onClose }: Props) => {
  const required = useSignal(entry?.requiredDocuments ?? [])
  const present = useSignal(new Set(entry?.presentDocuments ?? []))
  const validUntil = useSignal(entry?.documentsValidUntil ?? {})
  // What is there without being asked for stays known.
  const known = [...new Set([...required.value, ...(entry?.presentDocuments ?? [])])]

  const send = (form: FormData) =>
    changeEntry(shipmentId, leg, {
      ...Object.fromEntries(texts.map(({ name }) => [name, String(form.get(name)).trim() || null])),
      ...Object.fromEntries(lists.map((name) => [name, lines(form.get(name))])),
      presentDocuments: known.filter((document) => present.value.has(document)),
      documentsValidUntil: Object.fromEntries(
        Object.entries(validUntil.value).filter(([document, day]) => day !== '' && present.value.has(document)),
      ),
      lastFreeDay: String(form.get('lastFreeDay')) || null,
    })
  return (
    <DeedDialog title={t('customs.edit')} deed={t('customs.save')} fields={fields} send={send} onClose={onClose}>
      {(error) => (
        <>
          {texts.map(({ name, max }) => (
            <label key={name}>
              <span>{t(`customs-field.${name}`)}</span>
              <input
                class="field"
                name={name}
                maxLength={max}
                defaultValue={entry?.[name] ?? ''}
                autoComplete="off"
                spellcheck={false}
                aria-invalid={error(`/${name}`).length > 0}
                aria-describedby={`customs-${name}-error`}
              />
              <FieldError id={`customs-${name}-error`} messages={error(`/${name}`)} />
            </label>
          ))}
          <label>
            <span>{t('customs-field.requiredDocuments')}</span>
            <textarea
              class="field lines"
              name="requiredDocuments"
              rows={4}
              defaultValue={required.value.join('\n')}
              aria-invalid={error('/requiredDocuments').length > 0}
              aria-describedby="customs-required-rule customs-required-error"
              onInput={({ currentTarget }) => {
                required.value = lines(currentTarget.value)
              }}
            />
            <small id="customs-required-rule">{t('customs.one-a-line')}</small>
            <FieldError id="customs-required-error" messages={error('/requiredDocuments')} />
          </label>
          {known.length > 0 && (
            <fieldset class="dialog-checks">
              <legend>{t('customs-field.presentDocuments')}</legend>
              {known.map((document) => (
                <div key={document} class="customs-document">
                  <label>
                    <input
                      type="checkbox"
                      checked={present.value.has(document)}
                      onChange={({ currentTarget }) => {
                        const next = new Set(present.value)
                        if (currentTarget.checked) next.add(document)
                        else next.delete(document)
                        present.value = next
                      }}
                    />
                    {document}
                  </label>
                  {present.value.has(document) && (
                    <input
                      class="field"
                      type="date"
                      aria-label={t('customs.valid-until-of', { document })}
                      value={validUntil.value[document] ?? ''}
                      onInput={({ currentTarget }) => {
                        validUntil.value = { ...validUntil.value, [document]: currentTarget.value }
                      }}
                    />
                  )}
                </div>
              ))}
              <small>{t('customs.valid-until-rule')}</small>
              <FieldError id="customs-present-error" messages={error('/presentDocuments')} />
            </fieldset>
          )}
          <label>
            <span>{t('customs-field.lastFreeDay')}</span>
            <input
              class="field"
              type="date"
              name="lastFreeDay"
              defaultValue={entry?.lastFreeDay ?? ''}
              aria-invalid={error('/lastFreeDay').length > 0}
              aria-describedby="customs-free-rule customs-free-error"
            />
            <small id="customs-free-rule">{t('customs.last-free-day-rule')}</small>
            <FieldError id="customs-free-error" messages={error('/lastFreeDay')} />
          </label>
          <label>
            <span>{t('customs-field.restrictions')}</span>
            <textarea
              class="field lines"
              name="restrictions"
              rows={2}
              defaultValue={entry?.restrictions.join('\n') ?? ''}
              aria-invalid={error('/restrictions').length > 0}
              aria-describedby="customs-restrictions-rule customs-restrictions-error"
            />
            <small id="customs-restrictions-rule">{t('customs.restrictions-rule')}</small>
            <FieldError id="customs-restrictions-error" messages={error('/restrictions')} />
          </label>
        </>
      )}
    </DeedDialog>
  )
}
