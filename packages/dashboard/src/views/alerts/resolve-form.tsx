import { resolutions } from '@lading/shared/domain/alert-handling'
import { t } from '../../i18n/t.ts'
import { AlertForm, type FormProps } from './form.tsx'
import { perform } from './perform.ts'

/** How it was dealt with, and a word about it. */
export const ResolveForm = ({ alerts, onDone }: FormProps) => (
  <AlertForm
    title={t('act.resolve-title')}
    alerts={alerts}
    submit={t('act.resolve')}
    onDone={onDone}
    onSubmit={(fields) => {
      const resolution = resolutions.find((one) => one === fields.get('resolution')) ?? 'fixed'
      const note = String(fields.get('note')).trim()
      return perform(alerts, { act: 'resolve', resolution, ...(note && { note }) })
    }}
  >
    <fieldset class="dialog-options">
      <legend class="unseen">{t('act.resolve-how')}</legend>
      {resolutions.map((resolution, index) => (
        <label key={resolution} class="dialog-option">
          <input type="radio" name="resolution" value={resolution} defaultChecked={index === 0} />
          <span>{t(`resolution.${resolution}`)}</span>
          <small>{t(`resolution.${resolution}-about`)}</small>
        </label>
      ))}
    </fieldset>
    <label>
      <span>{t('act.note')}</span>
      <textarea class="field" name="note" rows={2} maxLength={2000} />
    </label>
    <p class="dialog-note">{t('act.resolve-about')}</p>
  </AlertForm>
)
