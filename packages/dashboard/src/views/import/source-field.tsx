import { t } from '../../i18n/t.ts'

/** Who publishes what is imported. */
export const SourceField = ({ most, rule }: { most: number; rule?: string }) => (
  <label>
    <span>{t('import.source')}</span>
    <input class="field" name="source" required maxLength={most} pattern=".*\S.*" autoComplete="off" />
    {rule && <small>{rule}</small>}
  </label>
)
