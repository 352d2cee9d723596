import type { PartnerDetail } from '@lading/shared/contract/partner'
import { removeDocument } from '../../data/partner/partners.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { DocumentLine } from './document-line.tsx'

/** What it has shown, and until when that is good. */
export const Documents = ({ partner: { code, documents }, mayAct }: { partner: PartnerDetail; mayAct: boolean }) => (
  <section class="detail-section">
    <h3>{t('partners.documents')}</h3>
    {documents.length === 0 && <p class="section-note">{t('partners.no-documents')}</p>}
    <ul class="partner-evidence">
      {documents.map((document) => (
        <DocumentLine key={document.id} document={document}>
          {mayAct && (
            <button
              type="button"
              class="button button-quiet button-icon button-small"
              aria-label={t('partners.remove-document', { document: t(`partner-document.${document.kind}`) })}
              onClick={() => void removeDocument(code, document.id)}
            >
              <Icon name="close" />
            </button>
          )}
        </DocumentLine>
      ))}
    </ul>
  </section>
)
