import { t } from '../../i18n/t.ts'
import { FieldError } from '../field-error.tsx'

/** What a rule or a playbook is called; each has a name of its own. */
export const NameField = ({ value, error }: { value?: string | undefined; error: string[] }) => (
  <label>
    <span>{t('warning-field.name')}</span>
    <input
      class="field"
      name="name"
      required
      maxLength={80}
      pattern=".*\S.*"
      autoComplete="off"
      defaultValue={value}
      aria-invalid={error.length > 0}
      aria-describedby="warning-name-error"
    />
    <FieldError id="warning-name-error" messages={error} />
  </label>
)
