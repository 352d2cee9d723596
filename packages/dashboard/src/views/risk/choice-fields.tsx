import { type Severity, severities } from '@lading/shared/domain/alert'
import { t } from '../../i18n/t.ts'
import { playbooks } from '../../state/risk.ts'

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

/** Which playbook is begun with it, if any. */
export const PlaybookField = ({ value }: { value?: string | null | undefined }) => (
  <label>
    <span>{t('playbook.title')}</span>
    <select class="field" name="playbook">
      <option value="">{t('playbook.without')}</option>
      {playbooks.value.map(({ id, name }) => (
        <option key={id} value={id} selected={id === value}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
