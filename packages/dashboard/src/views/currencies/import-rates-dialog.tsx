import { importRates } from '../../data/money/currencies.ts'
import { t } from '../../i18n/t.ts'
import { ImportDialog } from '../import/import-dialog.tsx'
import { textIn, told } from '../import/told.ts'

/** Takes in a file of reference rates: all of it or nothing. */
export const ImportRatesDialog = ({ onClose }: { onClose: () => void }) => (
  <ImportDialog
    title={t('currencies.import')}
    kinds={[
      {
        label: t('currencies.import'),
        about: t('currencies.import-about'),
        accept: '.csv,.xml,text/csv,application/xml,text/xml',
        fields: (
          <label>
            <span>{t('currencies.import-source')}</span>
            <input class="field" name="source" maxLength={120} autoComplete="off" />
            <small>{t('currencies.import-source-rule')}</small>
          </label>
        ),
        send: async (file, form) =>
          told(await importRates(await file.text(), textIn(form, 'source')), ({ rates, days, imported }) =>
            t('currencies.import-done', { rates, days, imported }),
          ),
      },
    ]}
    onClose={onClose}
  />
)
