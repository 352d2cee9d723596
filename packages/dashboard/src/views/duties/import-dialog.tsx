import { importRules, tradeRules } from '../../data/customs/duties.ts'
import { t } from '../../i18n/t.ts'
import { ImportDialog } from '../import/import-dialog.tsx'
import { told } from '../import/told.ts'
import { Outcome } from './outcome.tsx'

/** Takes in a file of rules, JSON or CSV; all of it or nothing. */
export const ImportRulesDialog = ({ onClose }: { onClose: () => void }) => (
  <ImportDialog
    title={t('rules.import-title')}
    kinds={[
      {
        label: t('duties-view.rules'),
        about: t('rules.import-about'),
        accept: '.csv,text/csv,.json,application/json',
        rehearses: true,
        send: async (file, _form, isRehearsal) => {
          const result = await importRules(await file.text(), file.name.endsWith('.json') ? 'application/json' : 'text/csv', isRehearsal)
          if (result.ok && !isRehearsal) void tradeRules.reload()
          return told(result, (outcome) => (
            <>
              {!isRehearsal && <p>{t('import.done')}</p>}
              <Outcome outcome={outcome} />
            </>
          ))
        },
      },
    ]}
    onClose={onClose}
  />
)
