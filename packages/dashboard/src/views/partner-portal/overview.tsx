import type { PartnerProfile } from '@lading/shared/contract/partner-portal'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { sayReason } from '../partners/say.ts'
import { StatusLabel } from '../partners/status-label.tsx'
import type { Answer } from '../parts/use-answer.ts'
import { OwnDocuments } from './own-documents.tsx'
import { PortalPage } from './page.tsx'

/** Whether the partner may be given work, what it has to show for that, and what it has shown. */
export const Overview = ({ answer }: { answer: Answer<PartnerProfile> }) => (
  <PortalPage title={t('portal.page.overview')} answer={answer}>
    {(profile) => {
      const { status, roles, reasons } = profile
      return (
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
          <OwnDocuments
            profile={profile}
            onChange={(changed) => {
              answer.value.value = changed
            }}
          />
        </>
      )
    }}
  </PortalPage>
)
