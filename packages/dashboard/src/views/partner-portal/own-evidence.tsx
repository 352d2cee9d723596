import type { PartnerOwnEvidence, PartnerOwnEvidenceList } from '@lading/shared/contract/partner-portal'
import type { DisputeMove } from '@lading/shared/domain/claim'
import type { PartnerAspect } from '@lading/shared/domain/partner'
import { useSignal } from '@preact/signals'
import { queryString } from '../../data/server/request.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { AspectChoice } from '../partners/aspect-choice.tsx'
import { sayEvidence } from '../partners/say.ts'
import { Time } from '../parts/time.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { type Disputing, DisputingDialog } from './dispute-dialogs.tsx'

/** What the score rests on, thing by thing; what is wrong can be disputed. */
export const OwnEvidence = () => {
  const aspect = useSignal<PartnerAspect | ''>('')
  const disputing = useSignal<Disputing | undefined>(undefined)
  const said = useSignal('')
  const { value, load } = useAnswer<PartnerOwnEvidenceList>(`/v1/partner/evidence${queryString({ aspect: aspect.value, limit: 100 })}`)
  const shown = value.value
  return (
    <>
      <h3>{t('partners.evidence')}</h3>
      <AspectChoice
        aspect={aspect.value}
        className="portal-choice"
        onChoose={(one) => {
          aspect.value = one
        }}
      />
      <p class="portal-said" role="status">
        {said.value}
      </p>
      {shown && shown.items.length === 0 && <p class="section-note">{t('partners.no-evidence')}</p>}
      <ul class="partner-evidence">
        {shown?.items.map((one) => (
          <Thing
            key={one.id}
            evidence={one}
            onDispute={(move) => {
              disputing.value = { evidence: one, ...(move && { move }) }
            }}
          />
        ))}
      </ul>
      {shown && shown.total > shown.items.length && (
        <p class="section-note">{t('partners.more-evidence', { shown: shown.items.length, count: shown.total })}</p>
      )}
      {disputing.value && (
        <DisputingDialog
          {...disputing.value}
          onDone={(done) => {
            said.value = done
            load()
          }}
          onClose={() => {
            disputing.value = undefined
          }}
        />
      )}
    </>
  )
}

type ThingProps = { evidence: PartnerOwnEvidence; onDispute: (move?: DisputeMove) => void }

const Thing = ({ evidence, onDispute }: ThingProps) => {
  const { isGood, shipment, order, dispute, at } = evidence
  const said = sayEvidence(evidence)
  const deed = (text: string, move?: DisputeMove) => (
    <button
      key={move}
      type="button"
      class="button button-small"
      aria-label={t('portal.deed-of', { deed: text, what: said })}
      onClick={() => onDispute(move)}
    >
      {text}
    </button>
  )
  return (
    <li class={isGood ? 'partner-good' : 'partner-bad'}>
      <Icon name={isGood ? 'check' : 'severity-warning'} />
      <span>
        {said} {shipment?.trackingNumber} {order?.number}
        {dispute && (
          <small>
            {t(`portal.disputed-${dispute.isOpen ? 'open' : dispute.isUpheld ? 'upheld' : 'stands'}`, { number: dispute.number })}
          </small>
        )}
      </span>
      <span class="portal-thing-end">
        <Time at={at} />
        {!isGood && !dispute && deed(t('portal.dispute'))}
        {dispute?.may.map((move) => deed(t(`claim-do.${move}`), move))}
      </span>
    </li>
  )
}
