import { type Severity, severities } from '@lading/shared/domain/alert'
import { t } from '../../i18n/t.ts'

/** How bad it is; a warning where nobody says otherwise. */
export const SeverityField = ({ value = 'warning' }: { value?: Severity | undefined }) => (
  <label>
    <span>{t('areas.severity')}</span>
    <select class="field" name="severity">
      {severities.map((severity) => (
        <option key={severity} value={severity} selected={severity === value}>
          {t(`severity.${severity}`)}
        </option>
      ))}
    </select>
  </label>
)

/** What was chosen of it. */
export const severityIn = (form: FormData) => severities.find((severity) => severity === form.get('severity')) ?? 'warning'
