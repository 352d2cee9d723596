import type { RiskGroupItem } from '@lading/shared/contract/risk'
import { riskKinds } from '@lading/shared/domain/risk'
import { t } from '../../i18n/t.ts'
import { riskAddress } from '../../state/address/risk.ts'
import { StackedTable } from '../parts/stacked-table.tsx'
import { Risk } from '../stock/risk.tsx'

/** Lanes, warehouses or parties, the one with most promises at stake first. */
export const GroupTable = ({ groups }: { groups: RiskGroupItem[] }) => {
  const { view } = riskAddress.value
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section class="accuracy-table risk-table" tabIndex={0} aria-label={t(`risk-view.${view}`)}>
      <StackedTable>
        <thead>
          <tr>
            <th scope="col">{t(`risk-view.${view}`)}</th>
            <th scope="col">{t('risk-column.shipments')}</th>
            <th scope="col">{t('risk-column.expected')}</th>
            <th scope="col">{t('risk-column.worst')}</th>
            {riskKinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`risk-kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, name, shipments, promised, expectedBroken, worst, scores }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {view === 'party' && <small>{t(`party.${key.split('/')[0] as 'carrier'}`)}</small>}
              </th>
              <td>{t('figure', { count: shipments })}</td>
              <td>{promised === 0 ? '–' : t('risk.expected', { broken: Math.round(expectedBroken * 10) / 10, promised })}</td>
              <td>
                <Risk probability={worst} />
              </td>
              {riskKinds.map((kind) => (
                <td key={kind}>{scores[kind] < 0.005 ? <span class="none">–</span> : <Risk probability={scores[kind]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </StackedTable>
    </section>
  )
}
