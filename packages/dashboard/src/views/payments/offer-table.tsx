import type { OfferComparison, PaymentOffer } from '@lading/shared/contract/payment'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { StackedTable } from '../parts/stacked-table.tsx'
import { noonOf, sayDay } from '../stock/day.ts'

type Props = { comparison: OfferComparison; onEdit: ((offer: PaymentOffer) => void) | undefined }

const columns = ['provider', 'percent', 'fixed', 'margin', 'total', 'received', 'days'] as const

/** Offers by what they cost, the cheapest first; each with what that is made of and where it is known from. */
export const OfferTable = ({ comparison: { offers, without }, onEdit }: Props) => (
  <div class="currencies-table" tabIndex={-1}>
    <StackedTable aria-labelledby="providers-title">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class={`offer-${column}`}>
              {t(`offers.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {offers.map(({ offer, costs, total, received }) => (
          <tr key={offer.code}>
            <th scope="row" class="offer-provider">
              <Name offer={offer} onEdit={onEdit} />
            </th>
            {costs.map(({ kind, amount }) => (
              <td key={kind} class={`offer-${kind}`}>
                {formatMoney(amount)} <small>{partOf(offer, kind)}</small>
              </td>
            ))}
            <td class="offer-total">{formatMoney(total)}</td>
            <td class="offer-received">{formatMoney(received)}</td>
            <td class="offer-days">{t('offers.days', { count: offer.settlementDays })}</td>
          </tr>
        ))}
        {without.map((offer) => (
          <tr key={offer.code}>
            <th scope="row" class="offer-provider">
              <Name offer={offer} onEdit={onEdit} />
            </th>
            <td colSpan={columns.length - 1}>{t('offers.without')}</td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  </div>
)

const Name = ({ offer, onEdit }: { offer: PaymentOffer; onEdit: Props['onEdit'] }) => (
  <>
    {onEdit ? (
      <button type="button" class="button button-quiet" onClick={() => onEdit(offer)}>
        {offer.name}
      </button>
    ) : (
      offer.name
    )}
    <small>
      {offer.isExample ? `${t('offers.example')} · ` : ''}
      {t('offers.source', { source: offer.source, day: sayDay(noonOf(offer.asOf)) })}
    </small>
  </>
)

/** What was asked for, as it was entered. */
const partOf = ({ percent, marginPercent, fixed }: PaymentOffer, kind: 'percent' | 'fixed' | 'margin') => {
  if (kind === 'fixed') return formatMoney(fixed)
  return t('offers.percent', { percent: kind === 'percent' ? percent : marginPercent })
}
