import type { ShipmentItem } from '@lading/shared/contract/shipment'
import { formatMoney } from '../../format/money.ts'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'

export const Goods = ({ items }: { items: ShipmentItem[] }) => (
  <table class="table">
    <thead>
      <tr>
        <th scope="col">{t('item.description')}</th>
        <th scope="col">{t('item.hs')}</th>
        <th scope="col" class="number">
          {t('item.quantity')}
        </th>
        <th scope="col" class="number">
          {t('item.value')}
        </th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ description, hsCode, quantity, value }, index) => (
        <tr key={`${index} ${hsCode}`}>
          <td>{description}</td>
          <td>{hsCode}</td>
          <td class="number">{formatNumber(quantity)}</td>
          <td class="number">{formatMoney(value)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
