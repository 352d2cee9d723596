import { importCountryEvents, importCountryIndex } from '../../data/risk/risk.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { ImportDialog } from '../import/import-dialog.tsx'
import { SourceField } from '../import/source-field.tsx'
import { textIn, told } from '../import/told.ts'

/** Takes in a file of events in countries, or of the figures of a published index; all of it or nothing. */
export const ImportCountriesDialog = ({ onClose }: { onClose: () => void }) => (
  <ImportDialog
    title={t('risk-import.title')}
    kinds={[
      {
        label: t('risk-import.events'),
        about: t('risk-import.events-about'),
        send: async (file) =>
          told(await importCountryEvents(await file.text()), ({ events, imported }) =>
            t('risk-import.events-done', { count: events, imported }),
          ),
      },
      {
        label: t('risk-import.index'),
        about: t('risk-import.index-about'),
        fields: <Edition />,
        send: async (file, form) => {
          const text = (name: string) => textIn(form, name)
          const edition = { name: text('name'), source: text('source'), of: text('of'), best: text('best'), worst: text('worst') }
          return told(await importCountryIndex(edition, await file.text()), ({ imported }) =>
            t('risk-import.index-done', { count: imported }),
          )
        },
      },
    ]}
    onClose={onClose}
  />
)

/** Of which index the figures are, of which day, and what its scale is. */
const Edition = () => (
  <>
    <label>
      <span>{t('risk-import.name')}</span>
      <input class="field" name="name" required maxLength={120} pattern=".*\S.*" autoComplete="off" />
    </label>
    <SourceField most={300} />
    <label>
      <span>{t('risk-import.of')}</span>
      <input class="field" name="of" type="date" required max={new Date(nowMs.peek()).toISOString().slice(0, 10)} />
    </label>
    <div class="areas-pair">
      <label>
        <span>{t('risk-import.best')}</span>
        <input class="field" name="best" type="number" step="any" required defaultValue="100" />
      </label>
      <label>
        <span>{t('risk-import.worst')}</span>
        <input class="field" name="worst" type="number" step="any" required defaultValue="0" />
      </label>
    </div>
  </>
)
