import { importClearances, importFigures } from '../../data/customs/tables.ts'
import { t } from '../../i18n/t.ts'
import { ImportDialog } from '../import/import-dialog.tsx'
import { SourceField } from '../import/source-field.tsx'
import { textIn, told } from '../import/told.ts'

/** Takes in a file that clearance is learnt from: how past clearances went, or what is published of countries. */
export const ImportCustomsDialog = ({ onClose }: { onClose: () => void }) => (
  <ImportDialog
    title={t('customs-import.title')}
    kinds={[
      {
        label: t('customs-import.clearances'),
        about: t('customs-import.clearances-about'),
        send: async (file) =>
          told(await importClearances(await file.text()), ({ clearances, imported }) =>
            t('customs-import.clearances-done', { count: clearances, imported }),
          ),
      },
      {
        label: t('customs-import.figures'),
        about: t('customs-import.figures-about'),
        fields: <SourceField most={200} rule={t('customs-import.source-rule')} />,
        send: async (file, form) =>
          told(await importFigures(textIn(form, 'source'), await file.text()), ({ rows, imported }) =>
            t('customs-import.figures-done', { count: rows, imported }),
          ),
      },
    ]}
    onClose={onClose}
  />
)
