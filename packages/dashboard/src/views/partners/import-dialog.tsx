import { mayActAs } from '@lading/shared/domain/role'
import { importPartnerEvidence, importPartners, importSanctions } from '../../data/partner/imports.ts'
import { t } from '../../i18n/t.ts'
import { nowMs } from '../../state/clock.ts'
import { session } from '../../state/server/session.ts'
import { ImportDialog, type ImportKind } from '../import/import-dialog.tsx'
import { SourceField } from '../import/source-field.tsx'
import { textIn, told } from '../import/told.ts'
import { ListsHeld } from './lists-held.tsx'

/** Takes in a file of partners, of what is known of them, or of names that nobody may work with; all of it or nothing. */
export const ImportPartnersDialog = ({ onClose }: { onClose: () => void }) => (
  <ImportDialog
    title={t('partner-import.title')}
    kinds={mayDecideOnLists() ? [partners(), evidence(), sanctions()] : [partners(), evidence()]}
    onClose={onClose}
  />
)

/** Only admins decide against which lists names are held. */
const mayDecideOnLists = () => session.value !== undefined && mayActAs(session.value.role, 'admin')

const partners = (): ImportKind => ({
  label: t('partner-import.partners'),
  about: t('partner-import.partners-about'),
  send: async (file) =>
    told(await importPartners(await file.text()), (done) =>
      t('partner-import.partners-done', { count: done.partners, imported: done.imported }),
    ),
})

const evidence = (): ImportKind => ({
  label: t('partner-import.evidence'),
  about: t('partner-import.evidence-about'),
  send: async (file) =>
    told(await importPartnerEvidence(await file.text()), ({ rows, imported }) =>
      t('partner-import.evidence-done', { count: rows, imported }),
    ),
})

const sanctions = (): ImportKind => ({
  label: t('partner-import.sanctions'),
  about: t('partner-import.sanctions-about'),
  fields: (
    <>
      <ListsHeld />
      <Version />
    </>
  ),
  send: async (file, form) => {
    const source = { source: textIn(form, 'source'), publishedOn: textIn(form, 'publishedOn') }
    return told(await importSanctions(textIn(form, 'code'), source, await file.text()), ({ entries, hits }) =>
      t('partner-import.sanctions-done', { count: entries, hits }),
    )
  },
})

/** Which list it is, who publishes it, and of which day. */
const Version = () => (
  <>
    <label>
      <span>{t('partner-import.list')}</span>
      <input class="field" name="code" required pattern="[a-z0-9][a-z0-9\-]{0,39}" autoComplete="off" />
      <small>{t('partner-import.list-rule')}</small>
    </label>
    <SourceField most={200} />
    <label>
      <span>{t('partner-import.of')}</span>
      <input class="field" name="publishedOn" type="date" required max={new Date(nowMs.peek()).toISOString().slice(0, 10)} />
    </label>
  </>
)
