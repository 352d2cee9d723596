import type { ShipmentReport } from '@lading/shared/contract/risk'
import { settleReport } from '../../data/risk/risk.ts'
import { formatMeasurement } from '../../format/measurement.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import { Time } from '../parts/time.tsx'

type Props = { shipmentId: string; reports: ShipmentReport[]; onSettled: () => Promise<void> }

/** What parties told of a shipment. */
export const Reports = ({ shipmentId, reports, onSettled }: Props) => (
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
