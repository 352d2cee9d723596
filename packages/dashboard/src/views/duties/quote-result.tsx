import type { LandedCostQuote } from '@lading/shared/contract/landed-cost'
import { formatCalendarDay } from '../../format/calendar-day.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'
import { Time } from '../parts/time.tsx'
import { sayCharge } from './say-terms.ts'
import { Source } from './source.tsx'

type Cost = LandedCostQuote['cost']['costs'][number]

/** The total, what has to be known before goods leave, and every part with its rate, its rule and who pays it. */
export const QuoteResult = ({ quote: { cost, request, validUntil } }: { quote: LandedCostQuote }) => (
  <section class="duties-answer" aria-labelledby="duties-total" aria-live="polite">
    <h3 id="duties-total">
      {t('duties.total')} <strong>{formatMoney(cost.total)}</strong>
    </h3>
    <p>
      {t('duties.paid-by', { buyer: formatMoney(cost.paidBy.buyer), seller: formatMoney(cost.paidBy.seller) })}{' '}
      {cost.passesCustoms
        ? t('duties.customs-value', { value: formatMoney(cost.customsValue), basis: t(`valuation.${cost.basis ?? 'cif'}`) })
        : t('duties.no-border')}{' '}
      {t('duties.valid-until')} <Time at={validUntil} />
    </p>
    {cost.findings.length > 0 && (
      <ul class="duties-findings">
        {cost.findings.map(({ kind, lines, what, toDo, rule }) => (
          <li key={`${kind} ${rule?.id} ${what}`} data-kind={kind}>
            <Icon name={kind === 'prohibition' ? 'severity-critical' : kind === 'document' ? 'severity-info' : 'severity-warning'} />
            <p>
              <strong>{t(`finding.${kind}`)}</strong> {what && <span dir="auto">{what}.</span>} {toDo && <span dir="auto">{toDo}</span>}{' '}
              <small>
                {lines.map((index) => request.lines[index]?.hsCode).join(', ')} {rule && <Source rule={rule} />}
              </small>
            </p>
          </li>
        ))}
      </ul>
    )}
    <div class="duties-costs">
      <StackedTable aria-label={t('duties.parts')}>
        <thead>
          <tr>
            <th scope="col">{t('duties.column.cost')}</th>
            <th scope="col">{t('duties.column.rate')}</th>
            <th scope="col" class="duties-money">
              {t('duties.column.base')}
            </th>
            <th scope="col" class="duties-money">
              {t('duties.column.amount')}
            </th>
            <th scope="col">{t('duties.column.payer')}</th>
            <th scope="col">{t('rule-field.source')}</th>
          </tr>
        </thead>
        <tbody>
          {cost.costs.map((part, index) => (
            <Row key={index} part={part} request={request} />
          ))}
        </tbody>
      </StackedTable>
    </div>
    {cost.exchange.map(({ from, to, rate, date, source }) => (
      <p key={`${from} ${to}`} class="duties-rate">
        {t('duties.rate', { from, to, rate, date: formatCalendarDay(date), source })}
      </p>
    ))}
  </section>
)

const Row = ({ part, request }: { part: Cost; request: LandedCostQuote['request'] }) => {
  const { kind, line, name, charge, base, assessed, amount, paidBy, isRelief, rule } = part
  return (
    <tr>
      <th scope="row">
        {t(`cost-kind.${kind}`)} {line !== null && <small>{request.lines[line]?.hsCode}</small>} {name && <small dir="auto">{name}</small>}
      </th>
      <td>
        {isRelief && `${t('duties.freed')} `}
        {charge && sayCharge(charge)}
      </td>
      <td class="duties-money">{base && formatMoney(base)}</td>
      <td class="duties-money">
        {formatMoney(amount)} {assessed.currency !== amount.currency && <small>{formatMoney(assessed)}</small>}
      </td>
      <td>{t(`payer.${paidBy}`)}</td>
      <td class="stacked-wide">{rule && <Source rule={rule} />}</td>
    </tr>
  )
}
