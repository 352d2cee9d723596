import type { ShipmentRisk } from '@lading/shared/contract/risk'
import type { Shipment } from '@lading/shared/contract/shipment'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { readShipmentRisk } from '../../data/risk/risk.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { DrillDialog } from './drill-dialog.tsx'
import { Evidence } from './evidence.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { Reports } from './reports.tsx'

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
      {known && !isOver && <Evidence risk={known} />}
      {known && known.reports.length > 0 && <Reports shipmentId={shipment.id} reports={known.reports} onSettled={load} />}
      {known && mayAct.value && !isOver && <Tell shipment={shipment} onTold={load} />}
    </section>
  )
}

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
