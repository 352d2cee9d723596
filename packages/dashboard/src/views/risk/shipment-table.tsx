import type { ListedRisk } from '@lading/shared/contract/risk'
import { riskKinds } from '@lading/shared/domain/risk'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { address, writeAddress } from '../../state/address/live-map.ts'
import { select } from '../../state/shipment/select.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'
import { Risk } from '../stock/risk.tsx'
import { sayEvidence } from './say-evidence.ts'

/** One row a shipment, the most endangered first. */
export const ShipmentTable = ({ risks }: { risks: ListedRisk[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
  <section class="accuracy-table risk-table" tabIndex={0} aria-label={t('risk-view.shipments')}>
    <StackedTable>
      <thead>
        <tr>
          <th scope="col">{t('risk-column.shipment')}</th>
          <th scope="col">{t('risk-column.probability')}</th>
          {riskKinds.map((kind) => (
            <th key={kind} scope="col">
              {t(`risk-kind.${kind}`)}
            </th>
          ))}
          <th scope="col" class="risk-top">
            {t('risk-column.top')}
          </th>
        </tr>
      </thead>
      <tbody>
        {risks.map((risk) => (
          <Row key={risk.shipmentId} risk={risk} />
        ))}
      </tbody>
    </StackedTable>
  </section>
)

const Row = ({ risk: { shipmentId, trackingNumber, origin, destination, probability, base, scores, top } }: { risk: ListedRisk }) => (
  <tr>
    <th scope="row">
      <ScreenLink
        href={`/${writeAddress({ ...address.value, selectedId: shipmentId })}`}
        class="risk-shipment"
        onGo={() => select(shipmentId, 'list')}
      >
        {trackingNumber}
      </ScreenLink>
      <small>{`${origin.name} – ${destination.name}`}</small>
    </th>
    <td>
      {probability === null ? <span class="none">{t('risk.no-promise')}</span> : <Risk probability={probability} />}
      {base !== null && <small>{t('risk.base', { share: formatPercent(base) })}</small>}
    </td>
    {riskKinds.map((kind) => (
      <td key={kind}>{scores[kind] < 0.005 ? <span class="none">–</span> : <Risk probability={scores[kind]} />}</td>
    ))}
    <td class="risk-top stacked-wide">{top ? sayEvidence(top) : ''}</td>
  </tr>
)
