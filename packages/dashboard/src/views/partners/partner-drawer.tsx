import type { PartnerDetail } from '@lading/shared/contract/partner'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { loadEvidence, loadPartner } from '../../data/partner/partners.ts'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { goPartners } from '../../state/address/partners.ts'
import { partnerDetail } from '../../state/partners.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { ClaimsOfPartner } from '../claims/claims-of-partner.tsx'
import { Fact } from '../parts/fact.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Access } from './access.tsx'
import { Actions } from './actions.tsx'
import { Aspects } from './aspects.tsx'
import { Documents } from './documents.tsx'
import { Evidence } from './evidence.tsx'
import { History } from './history.tsx'
import { Hits } from './hits.tsx'
import { sayReason } from './say.ts'
import { StatusLabel } from './status-label.tsx'
import { Submissions } from './submissions.tsx'

const close = () => goPartners({ selected: undefined })

/** A partner in full: whether it may be given work and why not, its score down to what it rests on, and what was changed. */
export const PartnerDrawer = ({ code }: { code: string }) => {
  const top = useRef<HTMLElement>(null)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = () => {
    failure.value = undefined
    void loadPartner(code).then((result) => {
      if (!result.ok) failure.value = result.failure
    })
    void loadEvidence(code, undefined)
  }
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    load()
  }, [])
  const detail = partnerDetail.value?.code === code ? partnerDetail.value : undefined
  return (
    <section class="detail" ref={top} tabIndex={-1} aria-label={t('partners.detail')}>
      <div class="detail-bar">
        <button type="button" class="button button-quiet button-icon detail-back" aria-label={t('stock.close')} onClick={close}>
          <Icon name="back" />
        </button>
        <span class="detail-number">{detail?.name ?? code}</span>
        <button type="button" class="button button-quiet button-icon detail-close" aria-label={t('stock.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="detail-body">
        {failure.value && <FailureNote what={t('partners.failed')} failure={failure.value} onRetry={load} />}
        {detail && <Full partner={detail} />}
      </div>
    </section>
  )
}

const Full = ({ partner }: { partner: PartnerDetail }) => {
  const { name, roles, country, aliases, identifiers, reviewDue, qualification, suspended } = partner
  const mayAct = session.value !== undefined && mayActAs(session.value.role, 'operator')
  return (
    <>
      <header class="device-heading">
        <h2>{name}</h2>
        <StatusLabel status={qualification.status} />
        <p>{formatList(roles.map((role) => t(`party.${role}`)))}</p>
      </header>
      <section class="detail-section">
        <h3>{t('partners.qualification')}</h3>
        {qualification.reasons.length === 0 && <p class="section-note">{t('partners.no-reasons')}</p>}
        <ul class="partner-reasons">
          {qualification.reasons.map((reason) => (
            <li key={`${reason.code} ${reason.document}`}>{sayReason(reason)}</li>
          ))}
        </ul>
        {suspended && (
          <p class="partner-suspended" dir="auto">
            {suspended.reason}
          </p>
        )}
        <dl class="facts">
          <Fact name={t('partner-column.country')}>{countryName(country)}</Fact>
          {aliases.length > 0 && <Fact name={t('partner-field.aliases')}>{formatList(aliases)}</Fact>}
          {identifiers.map(({ kind, value }) => (
            <Fact key={`${kind} ${value}`} name={identifierName(kind)}>
              {value}
            </Fact>
          ))}
          <Fact name={t('partner-field.review-due')}>{reviewDue ? formatDay(reviewDue) : <span class="none">–</span>}</Fact>
        </dl>
        {mayAct && <Actions partner={partner} />}
      </section>
      <Submissions partner={partner} mayAct={mayAct} />
      <Hits partner={partner} mayAct={mayAct} />
      <Aspects partner={partner} />
      <Evidence code={partner.code} />
      <ClaimsOfPartner code={partner.code} />
      <Documents partner={partner} mayAct={mayAct} />
      {session.value?.role === 'admin' && <Access code={partner.code} />}
      <History partner={partner} />
    </>
  )
}

/** The others are known by their letters in every language. */
const identifierName = (kind: PartnerDetail['identifiers'][number]['kind']) =>
  kind === 'registration' ? t('partner-identifier.registration') : kind === 'other' ? t('partner-identifier.other') : kind.toUpperCase()
