import type { CountryIndex } from '@lading/shared/contract/risk'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { t } from '../../i18n/t.ts'
import { StackedTable } from '../parts/stacked-table.tsx'

/** Published figures on how safe countries are, those that endanger most first. */
export const CountryIndices = ({ indices }: { indices: CountryIndex[] }) => (
  <section class="risk-indices" aria-labelledby="indices-heading">
    <h3 class="risk-heading" id="indices-heading">
      {t('risk.indices')}
    </h3>
    <p class="accuracy-about">{t('risk.indices-about')}</p>
    {indices.length === 0 && <p class="note">{t('risk.no-indices')}</p>}
    {indices.length > 0 && (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      <section class="accuracy-table risk-table" tabIndex={0} aria-labelledby="indices-heading">
        <StackedTable>
          <thead>
            <tr>
              <th scope="col">{t('risk.event-country')}</th>
              <th scope="col">{t('risk-column.figure')}</th>
              <th scope="col" class="risk-top">
                {t('risk-column.index')}
              </th>
              <th scope="col">{t('risk-column.of')}</th>
            </tr>
          </thead>
          <tbody>
            {indices
              .toSorted((one, other) => dangerOf(other) - dangerOf(one) || one.country.localeCompare(other.country))
              .map(({ name, country, of, value, best, worst, source }) => (
                <tr key={`${name} ${country}`}>
                  <th scope="row">{countryName(country)}</th>
                  <td>
                    {t('figure', { count: value })}
                    <small>{t('risk.scale', { best, worst })}</small>
                  </td>
                  <td class="risk-top stacked-wide">
                    {name}
                    <small>{source}</small>
                  </td>
                  <td>{formatDay(of)}</td>
                </tr>
              ))}
          </tbody>
        </StackedTable>
      </section>
    )}
  </section>
)

/** From 0, the best of its scale, to 1. */
const dangerOf = ({ value, best, worst }: CountryIndex) => (value - best) / (worst - best)
