import type { OpenedDispute, PartnerOwnEvidence, PartnerOwnEvidenceList } from '@lading/shared/contract/partner-portal'
import type { PartnerAspect } from '@lading/shared/domain/partner'
import { useSignal } from '@preact/signals'
import { disputeEvidence } from '../../data/partner-portal.ts'
import { queryString } from '../../data/request.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { DeedDialog } from '../deed-dialog.tsx'
import { AspectChoice } from '../partners/aspect-choice.tsx'
import { sayEvidence } from '../partners/say.ts'
import { Time } from '../time.tsx'
import { useAnswer } from './use-answer.ts'

/** What the score rests on, thing by thing; what is wrong can be disputed. */
export const OwnEvidence = () => {
  const aspect = useSignal<PartnerAspect | ''>('')
  const disputed = useSignal<PartnerOwnEvidence | undefined>(undefined)
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
      {shown && shown.items.length === 0 && <p class="section-note">{t('partners.no-evidence')}</p>}
      <ul class="partner-evidence">
        {shown?.items.map((one) => (
          <Thing
            key={one.id}
            evidence={one}
            onDispute={() => {
              disputed.value = one
            }}
          />
        ))}
      </ul>
      {shown && shown.total > shown.items.length && (
        <p class="section-note">{t('partners.more-evidence', { shown: shown.items.length, count: shown.total })}</p>
      )}
      {disputed.value && (
        <DisputeDialog
          evidence={disputed.value}
          onDone={load}
          onClose={() => {
            disputed.value = undefined
          }}
        />
      )}
    </>
  )
}

const Thing = ({ evidence, onDispute }: { evidence: PartnerOwnEvidence; onDispute: () => void }) => {
  const { isGood, shipment, order, dispute, at } = evidence
  const said = sayEvidence(evidence)
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
        {!isGood && !dispute && (
          <button type="button" class="button button-small" aria-label={t('portal.dispute-of', { what: said })} onClick={onDispute}>
            {t('portal.dispute')}
          </button>
        )}
      </span>
    </li>
  )
}

type DialogProps = { evidence: PartnerOwnEvidence; onDone: () => void; onClose: () => void }

const DisputeDialog = ({ evidence, onDone, onClose }: DialogProps) => (
  <DeedDialog<OpenedDispute>
    title={t('portal.dispute-title')}
    about={`${sayEvidence(evidence)} · ${t('portal.dispute-about')}`}
    deed={t('portal.dispute')}
    fields={['/description']}
    onClose={onClose}
    onDone={onDone}
    send={(form) => disputeEvidence(evidence.id, String(form.get('description')).trim())}
  >
    {() => (
      <label>
        <span>{t('portal.dispute-text')}</span>
        <textarea class="field" name="description" rows={4} required maxLength={2000} />
      </label>
    )}
  </DeedDialog>
)
