import { isFinished } from '@lading/shared/domain/shipment-state'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { loadDetail } from '../../data/shipment/detail.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { selectedId } from '../../state/address/live-map.ts'
import { wish } from '../../state/map/viewport.ts'
import { pane } from '../../state/pane.ts'
import { type Detail, detail, detailLoad } from '../../state/shipment/detail.ts'
import { deselect } from '../../state/shipment/select.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { CustomsSection, customsOf } from '../customs/customs-section.tsx'
import { BeforeDeparture } from '../customs/declaration-check.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { later } from '../parts/later.tsx'
import { DutiesSection } from '../payments/duties-section.tsx'
import { RiskSection } from '../risk/risk-section.tsx'
import { replayThese } from '../shipments/replay-these.ts'
import { AlertsSection } from './alerts-section.tsx'
import { Arrival } from './arrival.tsx'
import { Conditions } from './conditions.tsx'
import { DeliveryWishes } from './delivery-wishes.tsx'
import { Devices } from './devices.tsx'
import { EtaHistory } from './eta-history.tsx'
import { Events } from './events.tsx'
import { Explanation } from './explanation.tsx'
import { Feedback } from './feedback.tsx'
import { Goods } from './goods.tsx'
import { Heading } from './heading.tsx'
import { Journey } from './journey.tsx'
import { Parties } from './parties.tsx'
import { Proof, ProofButton } from './proof.tsx'
import { SaidStateChoice } from './said-state.tsx'
import { TakeAlong } from './take-along.tsx'
import { TrackingLinkButton } from './tracking-link-button.tsx'

const ClaimsSection = later(async () => (await import('../claims/claims-section.tsx')).ClaimsSection)
const OtherWays = later(async () => (await import('../network/other-ways.tsx')).OtherWays)

const retry = () => {
  if (selectedId.value) void loadDetail(selectedId.value, new AbortController().signal)
}

/** Everything about the selected shipment; what the list already knows is there at once. */
export const DetailPane = () => {
  const top = useRef<HTMLElement>(null)
  useEffect(() => top.current?.focus({ preventScroll: true }), [])
  const summary = shipments.value.get(selectedId.value ?? '')
  const shown = detail.value?.shipment.id === selectedId.value ? detail.value : undefined
  return (
    <section class="detail" ref={top} tabIndex={-1} aria-label={t('pane.detail')}>
      <div class="detail-bar">
        <button type="button" class="button button-quiet button-icon detail-back" aria-label={t('detail.close')} onClick={deselect}>
          <Icon name="back" />
        </button>
        <span class="detail-number">{(shown?.shipment ?? summary)?.trackingNumber}</span>
        <button type="button" class="button button-quiet button-icon detail-close" aria-label={t('detail.close')} onClick={deselect}>
          <Icon name="close" />
        </button>
      </div>
      <div class="detail-body">
        {detailLoad.value.status === 'failed' && (
          <FailureNote what={t('detail.failed')} failure={detailLoad.value.failure} onRetry={retry} />
        )}
        {(shown?.shipment ?? summary) && <Heading shipment={shown?.shipment ?? (summary as NonNullable<typeof summary>)} />}
        {shown ? (
          <Full {...shown} />
        ) : (
          detailLoad.value.status === 'loading' && (
            <p class="note" role="status">
              {t('detail.loading')}
            </p>
          )
        )}
      </div>
    </section>
  )
}

const Full = ({ shipment, conditions }: Detail) => (
  <>
    <Arrival shipment={shipment} />
    <Proof shipment={shipment} />
    <div class="detail-actions">
      <TrackingLinkButton shipmentId={shipment.id} />
      <button
        type="button"
        class="button detail-to-map"
        onClick={() => {
          pane.value = 'map'
          wish('selected')
        }}
      >
        <Icon name="map" />
        {t('detail.show-on-map')}
      </button>
      <button type="button" class="button detail-replay" onClick={() => replayThese([shipment.id])}>
        <Icon name="replay" />
        {t('replay.start')}
      </button>
      <ProofButton shipment={shipment} />
    </div>
    <SaidStateChoice key={`said ${shipment.id}`} shipment={shipment} />
    <AlertsSection shipmentId={shipment.id} alerts={shipment.alerts} />
    <Section title={t('detail.journey')} id="journey-heading">
      <Journey shipment={shipment} />
    </Section>
    <RiskSection key={`risk ${shipment.id}`} shipment={shipment} />
    {customsOf(shipment).length > 0 && (
      <>
        <BeforeDeparture key={`declaration ${shipment.id}`} shipment={shipment} />
        <CustomsSection shipment={shipment} />
      </>
    )}
    <ClaimsSection
      key={`claims ${shipment.id}`}
      about={{
        ...{ subject: { shipmentId: shipment.id }, called: shipment.trackingNumber },
        parties: shipment.legs.flatMap(({ carrier }) => carrier ?? []),
      }}
    />
    <DutiesSection key={`duties ${shipment.id}`} shipment={shipment} />
    <Section title={t('detail.conditions')}>
      <Conditions shipmentId={shipment.id} conditions={conditions} limits={shipment.limits} />
      <TakeAlong shipmentId={shipment.id} />
    </Section>
    {shipment.etaExplanation && !isFinished(shipment.state) && (
      <Section title={t('why.title')} id="why-heading">
        <Explanation explanation={shipment.etaExplanation} legs={shipment.legs} />
      </Section>
    )}
    {!isFinished(shipment.state) && (
      <Section title={t('network.other-ways')}>
        <OtherWays key={`ways ${shipment.id}`} shipmentId={shipment.id} />
      </Section>
    )}
    {shipment.etaHistory.length > 1 && (
      <Section title={t('detail.eta-history')}>
        <EtaHistory shipment={shipment} />
      </Section>
    )}
    <Section title={t('detail.milestones')} id="milestones-heading">
      <Events shipment={shipment} />
    </Section>
    <DeliveryWishes key={`wishes ${shipment.id}`} shipment={shipment} />
    <Section title={t('detail.items')}>
      <Goods items={shipment.items} />
    </Section>
    <Section title={t('detail.parties')}>
      <Parties shipment={shipment} />
    </Section>
    {shipment.feedback && shipment.feedback.length > 0 && (
      <Section title={t('feedback')}>
        <Feedback feedback={shipment.feedback} />
      </Section>
    )}
    <Section title={t('detail.devices')}>
      <Devices devices={shipment.devices} />
    </Section>
  </>
)

const Section = ({ title, id, children }: { title: string; id?: string; children: ComponentChildren }) => (
  <section class="detail-section">
    <h3 id={id}>{title}</h3>
    {children}
  </section>
)
