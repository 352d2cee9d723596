import { formatShare } from '../../format/amount.ts'
import { t } from '../../i18n/t.ts'
import { riskReliability } from '../../state/risk.ts'
import { StackedTable } from '../parts/stacked-table.tsx'

/** As `enough` of the answer has it. */
const needed = 30

/** Whether promises were broken as often as it was said; nothing is claimed of too few. */
export const Reliability = () => {
  const { value: known } = riskReliability
  if (!known) return null
  const { aheadHours, cases, enough, bins, brier, brierOfBase } = known
  return (
    <section class="risk-reliability" aria-labelledby="reliability-heading">
      <h3 id="reliability-heading">{t('risk.reliability')}</h3>
      <p>{t('risk.reliability-about', { hours: aheadHours })}</p>
      {!enough && <p>{t('risk.reliability-few', { count: cases, needed })}</p>}
      {enough && brier !== null && brierOfBase !== null && (
        <p>{t('risk.brier', { count: cases, ours: brier.toFixed(3), base: brierOfBase.toFixed(3) })}</p>
      )}
      {enough && (
        <StackedTable>
          <thead>
            <tr>
              <th scope="col">{t('risk-column.said')}</th>
              <th scope="col">{t('risk-column.cases')}</th>
              <th scope="col">{t('risk-column.told')}</th>
              <th scope="col">{t('risk-column.came')}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, until, cases, told, broken, interval }) => (
              <tr key={from}>
                <th scope="row">{`${formatShare(from)} – ${formatShare(until)}`}</th>
                <td>{t('figure', { count: cases })}</td>
                <td>{told === null ? '–' : formatShare(told)}</td>
                <td>
                  {broken === null || interval === null
                    ? '–'
                    : `${formatShare(broken)} (${formatShare(interval.from)} – ${formatShare(interval.until)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
      )}
    </section>
  )
}
