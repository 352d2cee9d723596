import type { PartnerDetail } from '@lading/shared/contract/partner'
import { addDocument } from '../../data/partner/partners.ts'
import { t } from '../../i18n/t.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { DocumentFields, documentFields, readDocument } from './document-fields.tsx'

/** Tells of a document that the partner has shown. */
export const DocumentDialog = ({ code, onClose }: { code: string; onClose: () => void }) => (
  <DeedDialog<PartnerDetail>
    title={t('partners.add-document')}
    deed={t('order.save')}
    fields={documentFields}
    onClose={onClose}
    send={(form) => addDocument(code, readDocument(form))}
  >
    {(error) => <DocumentFields error={error} />}
  </DeedDialog>
)
