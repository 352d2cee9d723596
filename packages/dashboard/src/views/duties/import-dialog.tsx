import { importRules } from '../../data/duties.ts'
import { t } from '../../i18n/t.ts'
import { PreviewedDialog } from './previewed-dialog.tsx'

/** Takes in a file of rules, JSON or CSV; all of it or nothing. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => (
  <PreviewedDialog
    title={t('rules.import-title')}
    about={t('rules.import-about')}
    onClose={onClose}
    send={async (form, preview) => {
      const file = form.get('file') as File
      return importRules(await file.text(), file.name.endsWith('.json') ? 'application/json' : 'text/csv', preview)
    }}
  >
    <label>
      <span>{t('customs-import.file')}</span>
      <input class="field" name="file" type="file" accept=".csv,text/csv,.json,application/json" required />
    </label>
  </PreviewedDialog>
)
