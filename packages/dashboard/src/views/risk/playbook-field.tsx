import { t } from '../../i18n/t.ts'
import { playbooks } from '../../state/risk.ts'

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
