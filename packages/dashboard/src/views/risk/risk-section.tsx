import type { RiskEvidence, ShipmentReport, ShipmentRisk } from '@lading/shared/contract/risk'
import type { Shipment } from '@lading/shared/contract/shipment'
import { evidenceKinds, riskKinds } from '@lading/shared/domain/risk'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Failure } from '../../data/request.ts'
import { readShipmentRisk, settleReport } from '../../data/risk.ts'
import { formatMeasurement } from '../../format/measurement.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { hazards } from '../../state/areas.ts'
import { goDuties } from '../../state/duties-address.ts'
import { goPartners, noPartnerFilter } from '../../state/partner-address.ts'
import { mayAct } from '../../state/people.ts'
import { goRisk } from '../../state/risk-address.ts'
import { openAreas, showArea } from '../areas/areas.ts'
import { FailureNote } from '../failure-note.tsx'
import { Time } from '../time.tsx'
import { DrillDialog } from './drill-dialog.tsx'
import { KindBars } from './kind-bars.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { sayEvidence } from './say-evidence.ts'

const everyMs = 10_000

/** By what the promise of a shipment is in danger: together, by kind, and opened down to what it rests on. */
export const RiskSection = ({ shipment }: { shipment: Shipment }) => {
  const risk = useSignal<ShipmentRisk | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = async () => {
    const result = await readShipmentRisk(shipment.id)
    if (result.ok) risk.value = result.value
    failure.value = result.ok ? undefined : result.failure
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load()
    }, everyMs)
    return () => clearInterval(timer)
  }, [])
  const { value: known } = risk
  const isOver = isFinished(shipment.state)
  if (isOver && (!known || known.reports.length === 0)) return null
  return (
    <section class="detail-section risk-section" aria-labelledby="risk-heading">
      <h3 id="risk-heading">{t('risk.title')}</h3>
      {!known && failure.value && <FailureNote what={t('risk.failed')} failure={failure.value} onRetry={() => void load()} />}
      {known && !isOver && <Together risk={known} />}
      {known && known.reports.length > 0 && <Reports shipmentId={shipment.id} reports={known.reports} onSettled={load} />}
      {known && mayAct.value && !isOver && <Tell shipment={shipment} onTold={load} />}
    </section>
  )
}

const Together = ({ risk }: { risk: ShipmentRisk }) => {
  const { computedAt, probability, base, scores, evidence, removals } = risk
  if (!computedAt) return <p class="note">{t('risk.not-yet')}</p>
  const best = removals.find(({ evidence: at }) => at === null)
  return (
    <>
      <p class="risk-together">
        {probability === null || base === null
          ? t('risk.together-none')
          : t('risk.together', { share: formatPercent(probability), base: formatPercent(base) })}
      </p>
      {best && (
        <p class="risk-help">{t('risk.help-most', { kind: t(`risk-kind.${best.kind}`), share: formatPercent(best.probability) })}</p>
      )}
      <KindBars scores={scores} />
      {evidence.length === 0 && <p class="note">{t('risk.nothing')}</p>}
      {riskKinds.map((kind) => {
        const its = evidence.map((each, at) => ({ each, at })).filter(({ each }) => evidenceKinds[each.what] === kind)
        if (its.length === 0) return null
        return (
          <section key={kind} class="risk-evidence">
            <h4>{t(`risk-kind.${kind}`)}</h4>
            <ul>
              {its.map(({ each, at }) => (
                <Piece key={at} evidence={each} without={removals.find((removal) => removal.evidence === at)?.probability} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const Piece = ({ evidence, without }: { evidence: RiskEvidence; without: number | undefined }) => {
  const { at, confidence, inArrival, source } = evidence
  const open = opener(source, evidence.facts)
  return (
    <li>
      <p>{sayEvidence(evidence)}</p>
      <p class="risk-basis">
        <Time at={at} />
        <span>{t('risk.confidence', { share: formatPercent(confidence) })}</span>
        {inArrival && <span>{t('risk.in-arrival')}</span>}
        {without !== undefined && <span>{t('risk.without', { share: formatPercent(without) })}</span>}
        {open && (
          <button type="button" class="button button-small" onClick={open}>
            {t(`evidence-source.${source.type}`)}
          </button>
        )}
      </p>
    </li>
  )
}

const focusOn = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) return
  if (!found.hasAttribute('tabindex')) found.tabIndex = -1
  found.scrollIntoView({ block: 'center' })
  found.focus({ preventScroll: true })
}

/** How to get from a piece of evidence to what it rests on; nothing where that is not on the screen. */
const opener = ({ type, id }: RiskEvidence['source'], facts: RiskEvidence['facts']): (() => void) | undefined => {
  if (type === 'alert') return () => focusOn(`[data-alert="${id}"]`)
  if (type === 'report') return () => focusOn(`#report-${id}`)
  if (type === 'customs-entry') return () => focusOn('#customs-heading')
  if (type === 'trade-rule') return () => goDuties({ view: 'rules', text: String(facts.rule) })
  if (type === 'arrival') return () => focusOn('#why-heading')
  if (type === 'leg') return () => focusOn('#journey-heading')
  if (type === 'milestone') return () => focusOn('#milestones-heading')
  if (type === 'partner') return () => goPartners({ ...noPartnerFilter, selected: id })
  if (type === 'country-event' || type === 'country-index') return () => goRisk({ view: 'events' })
  const hazard = type === 'hazard' ? hazards.value.find((one) => one.id === id) : undefined
  return hazard
    ? () => {
        openAreas('hazards')
        showArea(hazard.id, hazard.area)
      }
    : undefined
}

const Reports = ({ shipmentId, reports, onSettled }: { shipmentId: string; reports: ShipmentReport[]; onSettled: () => Promise<void> }) => (
  <section class="risk-evidence">
    <h4>{t('risk.reports')}</h4>
    <ul>
      {reports.map((report) => (
        <li key={report.id} id={`report-${report.id}`}>
          <p>{sayReport(report)}</p>
          <p class="risk-basis">
            <Time at={report.eventTime} />
            <span>{t(`party.${report.role}`)}</span>
            {report.settledAt ? (
              <span>{t('risk.settled')}</span>
            ) : (
              mayAct.value && (
                <button
                  type="button"
                  class="button button-small"
                  onClick={() => void settleReport(shipmentId, report.id).then(() => onSettled())}
                >
                  {t('risk.settle')}
                </button>
              )
            )}
          </p>
        </li>
      ))}
    </ul>
  </section>
)

const sayReport = ({ claim, party, temperatureC }: ShipmentReport) =>
  t(`report-says.${claim}`, { party, temperature: temperatureC === null ? '' : formatMeasurement('temperatureC', temperatureC) })

const Tell = ({ shipment, onTold }: { shipment: Shipment; onTold: () => Promise<void> }) => {
  const isOpen = useSignal(false)
  const isDrilling = useSignal(false)
  return (
    <div class="customs-actions">
      <button
        type="button"
        class="button risk-tell"
        onClick={() => {
          isOpen.value = true
        }}
      >
        {t('risk.tell-report')}
      </button>
      <button
        type="button"
        class="button risk-drill"
        onClick={() => {
          isDrilling.value = true
        }}
      >
        {t('drill.start')}
      </button>
      {isDrilling.value && (
        <DrillDialog
          shipmentId={shipment.id}
          onClose={() => {
            isDrilling.value = false
          }}
        />
      )}
      {isOpen.value && (
        <ReportDialog
          shipment={shipment}
          onDone={() => void onTold()}
          onClose={() => {
            isOpen.value = false
          }}
        />
      )}
    </div>
  )
}
