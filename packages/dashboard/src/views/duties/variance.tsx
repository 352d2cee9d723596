import type { LandedCostComparison } from '@lading/shared/contract/landed-cost'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'

type Variance = LandedCostComparison['variance']

type Props = { variance: Variance; heading?: 'h3' | 'h4' }

/** What goods cost as they were declared, beside what was quoted, and what each cause has to do with it. */
export const VarianceResult = ({ variance: { quoted, now, causes, rules }, heading: Heading = 'h3' }: Props) => {
  const shown = causes.filter(({ difference }) => difference.minorUnits !== 0)
  return (
    <section class="duties-variance" aria-labelledby="duties-variance" aria-live="polite">
      <Heading id="duties-variance">
        {t('duties.variance')} <strong>{formatMoney(now)}</strong>
      </Heading>
      {shown.length === 0 ? (
        <p>{t('duties.no-variance')}</p>
      ) : (
        <div class="duties-costs">
          <table aria-label={t('duties.causes')}>
            <thead>
              <tr>
                <th scope="col">{t('duties.column.cause')}</th>
                <th scope="col" class="duties-money">
                  {t('duties.column.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              <Row name={t('duties.quoted')} amount={formatMoney(quoted)} />
              {shown.map(({ cause, difference }) => (
                <Row key={cause} name={t(`variance-cause.${cause}`)} amount={signed(difference)} />
              ))}
              <Row name={t('duties.at-entry')} amount={formatMoney(now)} />
            </tbody>
          </table>
        </div>
      )}
      {rules.map(({ before, after }) => (
        <p key={`${before?.id} ${after?.id}`} class="duties-source">
          {t('duties.rule-changed', {
            rule: after?.key ?? before?.key ?? '',
            before: before ? String(before.version) : '–',
            after: after ? String(after.version) : '–',
          })}
        </p>
      ))}
    </section>
  )
}

const Row = ({ name, amount }: { name: string; amount: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="duties-money">{amount}</td>
  </tr>
)

const signed = (money: { minorUnits: number; currency: string }) => `${money.minorUnits > 0 ? '+' : ''}${formatMoney(money)}`
