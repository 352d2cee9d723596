import type { PartnerDetail } from '@lading/shared/contract/partner'
import { removeDocument } from '../../data/partners.ts'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

/** What it has shown, and until when that is good. */
export const Documents = ({ partner: { code, documents }, mayAct }: { partner: PartnerDetail; mayAct: boolean }) => (
  <section class="detail-section">
    <h3>{t('partners.documents')}</h3>
    {documents.length === 0 && <p class="section-note">{t('partners.no-documents')}</p>}
    <ul class="partner-evidence">
      {documents.map(({ id, kind, number, validUntil }) => {
        const name = t(`partner-document.${kind}`)
        return (
          <li key={id}>
            <Icon name="customs-lodged" />
            <span>
              {name} {number && <small>{number}</small>}
            </span>
            <span class="partner-document-end">
              {validUntil ? t('partners.until', { day: formatDay(validUntil) }) : t('partners.lasts')}
              {mayAct && (
                <button
                  type="button"
                  class="button button-quiet button-icon button-small"
                  aria-label={t('partners.remove-document', { document: name })}
                  onClick={() => void removeDocument(code, id)}
                >
                  <Icon name="close" />
                </button>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  </section>
)
