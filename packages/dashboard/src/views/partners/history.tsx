import type { PartnerDetail } from '@lading/shared/contract/partner'
import { t } from '../../i18n/t.ts'
import { personName } from '../alerts/person-name.ts'
import { Time } from '../parts/time.tsx'

/** Who changed what, newest first. */
export const History = ({ partner: { history } }: { partner: PartnerDetail }) => (
  <section class="detail-section">
    <h3>{t('partners.history')}</h3>
    <ul class="stock-arrivals">
      {history.slice(0, 20).map(({ at, by, kind }, index) => (
        <li key={`${at} ${kind} ${index}`}>
          <span>
            {t(`partner-change.${kind}`)}
            {by && <small> {personName(by)}</small>}
          </span>
          <Time at={at} />
        </li>
      ))}
    </ul>
  </section>
)
