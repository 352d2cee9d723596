import type { StockLine } from '@lading/shared/contract/stock-plan'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { goStock, stockAddress } from '../../state/address/stock.ts'
import { Risk } from './risk.tsx'

const columns = ['product', 'warehouse', 'on-hand', 'in-transit', 'cover', 'risk', 'proposal'] as const

export const StockTable = ({ lines }: { lines: StockLine[] }) => (
  <div class="stock-table">
    <table aria-label={t('stock.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class={`stock-${column}`} title={column === 'risk' ? t('stock.column.risk-about') : undefined}>
              {t(`stock.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={`${line.product}@${line.warehouse}`} line={line} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ line }: { line: StockLine }) => {
  const { product, warehouse } = line
  const { selected } = stockAddress.value
  const isOpen = selected?.product === product && selected.warehouse === warehouse
  return (
    // The button in it has the keys; the rest of the row is a larger target for pointers.
    <tr class={isOpen ? 'stock-row row-selected' : 'stock-row'} onClick={() => goStock({ selected: { product, warehouse } })}>
      <th scope="row" class="stock-product">
        <button type="button" class="row-open" aria-current={isOpen ? 'true' : undefined}>
          {line.productName}
        </button>
        <span class="stock-sku">{product}</span>
      </th>
      <td class="stock-warehouse">{line.warehouseName}</td>
      <td
        class={line.onHand < 0 ? 'stock-on-hand stock-negative' : 'stock-on-hand'}
        title={line.onHand < 0 ? t('stock.below-zero') : undefined}
      >
        {formatNumber(line.onHand)}
        {line.reserved > 0 && <small> {t('stock.reserved', { count: line.reserved })}</small>}
      </td>
      <td class="stock-in-transit">{line.inTransit > 0 ? formatNumber(line.inTransit) : <span class="none">–</span>}</td>
      <td class="stock-cover">
        <Cover line={line} />
      </td>
      <td class="stock-risk">
        <Risk probability={line.stockOutProbability} />
      </td>
      <td class="stock-proposal">
        {line.proposals.map((kind) => (
          <span key={kind} class="stock-tag">
            {t(`stock.proposal.${kind}`)}
          </span>
        ))}
        {line.isDead ? (
          <span class="stock-note">{t('stock.dead')}</span>
        ) : (
          line.excess > 0 && <span class="stock-note">{t('stock.excess-of', { count: line.excess })}</span>
        )}
      </td>
    </tr>
  )
}

export const Cover = ({ line: { daysOfCover, computedAt } }: { line: StockLine }) => {
  if (computedAt === null) return <span class="none">–</span>
  return <>{daysOfCover === null ? t('stock.unlimited') : t('stock.days', { count: Math.floor(daysOfCover) })}</>
}
