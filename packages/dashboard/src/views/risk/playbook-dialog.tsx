import type { Playbook } from '@lading/shared/contract/playbook'
import { numberMark } from '@lading/shared/domain/playbook'
import { useSignal } from '@preact/signals'
import { addPlaybook, changePlaybook } from '../../data/risk/risk.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FieldError } from '../parts/field-error.tsx'
import { NameField } from './name-field.tsx'

const mostSteps = 30
const newStep = { title: '', owner: '', withinMinutes: 60, message: '' }

/** Writes a playbook or changes one: steps in their order, each with who does it, within which time, and what is to be sent. */
export const PlaybookDialog = ({ book, onClose }: { book?: Playbook | undefined; onClose: () => void }) => {
  // By a key of its own, so that taking one out leaves what is typed in the others.
  const steps = useSignal((book?.steps ?? [newStep]).map((step, key) => ({ key, step })))
  const next = useSignal(steps.peek().length)
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const written = steps.value.map(({ key }) => {
      const message = text(`message-${key}`)
      const step = { title: text(`title-${key}`), owner: text(`owner-${key}`), withinMinutes: Number(form.get(`within-${key}`)) }
      return { ...step, ...(message && { message }) }
    })
    const fields = { name: text('name'), steps: written }
    return book ? changePlaybook(book.id, { ...fields, version: book.version }) : addPlaybook(fields)
  }
  const add = () => {
    steps.value = [...steps.value, { key: next.value, step: newStep }]
    next.value += 1
  }
  return (
    <DeedDialog<Playbook>
      title={book ? t('warnings.change', { name: book.name }) : t('warnings.new-playbook')}
      about={t('warnings.playbook-about')}
      deed={t('warnings.save')}
      fields={['/name', ...steps.value.map((_, at) => `/steps/${at}`)]}
      onClose={onClose}
      send={send}
    >
      {(error) => (
        <>
          <NameField value={book?.name} error={error('/name')} />
          {steps.value.map(({ key, step }, at) => (
            <fieldset key={key} class="playbook-step">
              <legend>{t('warning-field.step', { number: at + 1 })}</legend>
              <Field name={`title-${key}`} label={t('warning-field.step-title')} value={step.title} most={200} />
              <Field name={`owner-${key}`} label={t('warning-field.step-owner')} value={step.owner} most={60} />
              <label>
                <span>{t('warning-field.step-within')}</span>
                <input
                  class="field"
                  name={`within-${key}`}
                  type="number"
                  min={1}
                  max={525_600}
                  required
                  defaultValue={String(step.withinMinutes)}
                />
              </label>
              <label class="playbook-message">
                <span>{t('warning-field.step-message', { mark: numberMark })}</span>
                <textarea class="field areas-textarea" name={`message-${key}`} rows={2} maxLength={2000} defaultValue={step.message} />
              </label>
              <FieldError id={`step-${key}-error`} messages={error(`/steps/${at}`)} />
              {steps.value.length > 1 && (
                <button
                  type="button"
                  class="button button-small"
                  aria-label={t('warnings.remove', { name: t('warning-field.step', { number: at + 1 }) })}
                  onClick={() => {
                    steps.value = steps.value.filter((one) => one.key !== key)
                  }}
                >
                  {t('warnings.remove-step')}
                </button>
              )}
            </fieldset>
          ))}
          {steps.value.length < mostSteps && (
            <button type="button" class="button" onClick={add}>
              {t('warnings.add-step')}
            </button>
          )}
        </>
      )}
    </DeedDialog>
  )
}

const Field = ({ name, label, value, most }: { name: string; label: string; value: string; most: number }) => (
  <label>
    <span>{label}</span>
    <input class="field" name={name} required maxLength={most} pattern=".*\S.*" autoComplete="off" defaultValue={value} />
  </label>
)
