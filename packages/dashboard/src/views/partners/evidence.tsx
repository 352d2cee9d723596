import type { PartnerEvidence } from '@lading/shared/contract/partner-evidence'
import type { PartnerAspect } from '@lading/shared/domain/partner'
import { useSignal } from '@preact/signals'
import { loadEvidence } from '../../data/partner/partners.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { go } from '../../state/address/live-map.ts'
import { goPartners, partnersUrl } from '../../state/address/partners.ts'
import { goStock, stockUrl } from '../../state/address/stock.ts'
import { partnerEvidence } from '../../state/partners.ts'
import { mayAct } from '../../state/people.ts'
import { DisputeDialog } from '../claims/open-dialog.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { Time } from '../parts/time.tsx'
import { AspectChoice } from './aspect-choice.tsx'
import { sayEvidence } from './say.ts'

/** What the score rests on, thing by thing, with its shipment or order. */
export const Evidence = ({ code }: { code: string }) => {
  const aspect = useSignal<PartnerAspect | ''>('')
  const shown = partnerEvidence.value?.code === code ? partnerEvidence.value : undefined
  return (
    <section class="detail-section">
      <h3>{t('partners.evidence')}</h3>
      <AspectChoice
        aspect={aspect.value}
        onChoose={(one) => {
          aspect.value = one
          void loadEvidence(code, one || undefined)
        }}
      />
      {shown && shown.items.length === 0 && <p class="section-note">{t('partners.no-evidence')}</p>}
      <ul class="partner-evidence">
        {shown?.items.map((one) => (
          <li key={one.id} class={classOf(one)}>
            <Icon name={one.isGood ? 'check' : 'severity-warning'} />
            <span>
              <span class="partner-said">{sayEvidence(one)}</span>
              {one.shipment && (
                <>
                  {' '}
                  <ScreenLink href={`/?shipment=${one.shipment.id}`} onGo={() => go({ selectedId: one.shipment?.id })}>
                    {one.shipment.trackingNumber}
                  </ScreenLink>
                </>
              )}
              {one.order && (
                <>
                  {' '}
                  <ScreenLink
                    href={stockUrl({ view: 'orders', orderId: one.order.id })}
                    onGo={() => goStock({ view: 'orders', orderId: one.order?.id })}
                  >
                    {one.order.number}
                  </ScreenLink>
                </>
              )}
              {one.note && <small>{one.note}</small>}
              <Disputed code={code} evidence={one} />
            </span>
            <Time at={one.at} />
          </li>
        ))}
      </ul>
      {shown && shown.total > shown.items.length && (
        <p class="section-note">{t('partners.more-evidence', { shown: shown.items.length, count: shown.total })}</p>
      )}
    </section>
  )
}

const classOf = ({ isGood, dispute }: PartnerEvidence) =>
  [isGood ? 'partner-good' : 'partner-bad', dispute?.isUpheld && 'partner-aside'].filter(Boolean).join(' ')

const openClaim = (claim: string) => goPartners({ view: 'claims', claim })

/** The claim that it comes from, and whether it is disputed; what speaks against a partner can be. */
const Disputed = ({ code, evidence }: { code: string; evidence: PartnerEvidence }) => {
  const isDisputing = useSignal(false)
  const { claim, dispute, isGood } = evidence
  const link = (id: string, number: string) => (
    <ScreenLink href={partnersUrl({ view: 'claims', claim: id })} onGo={() => openClaim(id)}>
      {number}
    </ScreenLink>
  )
  const isStanding = !dispute?.isOpen && !dispute?.isUpheld
  if (!claim && !dispute && (isGood || !mayAct.value)) return null
  return (
    <span class="partner-dispute">
      {claim && link(claim.id, claim.number)}
      {dispute && (
        <span>
          {t(dispute.isUpheld ? 'claims.aside' : dispute.isOpen ? 'claims.disputed' : 'claims.dispute-refused')}{' '}
          {link(dispute.claim, dispute.number)}
        </span>
      )}
      {!isGood && isStanding && mayAct.value && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            isDisputing.value = true
          }}
        >
          {t('claims.dispute')}
        </button>
      )}
      {isDisputing.value && (
        <DisputeDialog
          {...{ code, evidence, said: sayEvidence(evidence) }}
          onDone={({ id }) => openClaim(id)}
          onClose={() => {
            isDisputing.value = false
          }}
        />
      )}
    </span>
  )
}
