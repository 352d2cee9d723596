import type { PartnerProfile } from '@lading/shared/contract/partner-portal'
import { formatDay } from '../../format/day.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { sayReason } from '../partners/say.ts'
import { StatusLabel } from '../partners/status-label.tsx'
import { PortalPage } from './page.tsx'
import type { Answer } from './use-answer.ts'

/** Whether the partner may be given work, what it has to show for that, and what it has shown. */
export const Overview = ({ answer }: { answer: Answer<PartnerProfile> }) => (
  <PortalPage title={t('portal.page.overview')} answer={answer}>
    {({ status, roles, reasons, documents }) => (
      <>
        <p class="portal-status">
          <StatusLabel status={status} /> {formatList(roles.map((role) => t(`party.${role}`)))}
        </p>
        <h3>{t('portal.due')}</h3>
        {reasons.length === 0 && <p class="section-note">{t('portal.nothing-due')}</p>}
        <ul class="portal-due">
          {reasons.map((reason) => (
            <li key={`${reason.code} ${reason.document}`}>
              <Icon name={reason.status === 'conditional' ? 'severity-warning' : 'severity-critical'} />
              {sayReason(reason)}
            </li>
          ))}
        </ul>
        {reasons.length > 0 && <p class="section-note">{t('portal.how-to-send')}</p>}
        <h3>{t('partners.documents')}</h3>
        {documents.length === 0 && <p class="section-note">{t('partners.no-documents')}</p>}
        <ul class="partner-evidence">
          {documents.map(({ id, kind, number, validUntil }) => (
            <li key={id}>
              <Icon name="customs-lodged" />
              <span>
                {t(`partner-document.${kind}`)} {number && <small>{number}</small>}
              </span>
              <span class="partner-document-end">
                {validUntil ? t('partners.until', { day: formatDay(validUntil) }) : t('partners.lasts')}
              </span>
            </li>
          ))}
        </ul>
      </>
    )}
  </PortalPage>
)
