import type { Accuracy, AccuracyRow } from '@lading/shared/contract/accuracy'
import { formatChange, formatError, formatShare } from '../../format/amount.ts'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { type AccuracyColumn, accuracyColumns, coverageVerdict, driftOf, groupsOf, sortRows } from '../../state/accuracy.ts'
import { accuracyAddress, goAccuracy } from '../../state/address/accuracy.ts'
import { StackedTable } from '../parts/stacked-table.tsx'
import { CoverageBar } from './coverage-bar.tsx'

/** The same figures for each lane, carrier, country or product; every column sorts. */
export const AccuracyTable = ({ accuracy: { kind, items, coverageClaimed } }: { accuracy: Accuracy }) => {
  const { by, order } = accuracyAddress.value
  return (
    <div class="accuracy-groups">
      <div class="accuracy-groups-bar">
        <h3 id="accuracy-groups">{t('accuracy.groups')}</h3>
        <fieldset class="accuracy-by">
          <legend class="unseen">{t('accuracy.by')}</legend>
          {groupsOf[kind].map((group) => (
            <button key={group} type="button" class="button" aria-pressed={group === by} onClick={() => goAccuracy({ by: group })}>
              {t(`accuracy-by.${group}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="accuracy-table" tabIndex={0} aria-labelledby="accuracy-groups">
        <StackedTable>
          <thead>
            <tr>
              {accuracyColumns.map((column) => (
                <ColumnHead key={column} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sortRows(items, order).map((row) => (
              <tr key={row.name}>
                <th scope="row">{by === 'country' ? countryName(row.name ?? '') : row.name}</th>
                <td>{t('figure', { count: row.cases })}</td>
                <td>{formatError(row.meanError, kind)}</td>
                <td>{row.naiveError === null ? '–' : formatError(row.naiveError, kind)}</td>
                <td class={row.improvement !== null && row.improvement < 0 ? 'accuracy-loses' : undefined}>
                  {changeText(row.improvement)}
                </td>
                <td class="accuracy-coverage stacked-wide">
                  <CoverageBar row={row} claimed={coverageClaimed} />
                  <CoverageText row={row} claimed={coverageClaimed} />
                </td>
                <td>
                  {row.bias === 0
                    ? '–'
                    : t(row.bias > 0 ? `accuracy-high.${kind}` : `accuracy-low.${kind}`, { by: formatError(Math.abs(row.bias), kind) })}
                </td>
                <td>{changeText(driftOf(row))}</td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
      </section>
    </div>
  )
}

const changeText = (share: number | null) => (share === null ? '–' : formatChange(share))

const CoverageText = ({ row, claimed }: { row: AccuracyRow; claimed: number }) => {
  const interval = t('accuracy.interval', { from: formatShare(row.coverageFrom), until: formatShare(row.coverageUntil) })
  return (
    <span class={coverageVerdict(row, claimed) === 'as-claimed' ? undefined : 'accuracy-loses'}>
      {formatShare(row.coverage)} <small>{interval}</small>
    </span>
  )
}

const ColumnHead = ({ column }: { column: AccuracyColumn }) => {
  const { order, by } = accuracyAddress.value
  const sorted = order.by === column
  return (
    <th
      scope="col"
      class={column === 'coverage' ? 'accuracy-coverage' : undefined}
      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="sort"
        onClick={() => goAccuracy({ order: { by: column, descending: sorted ? !order.descending : column !== 'name' } })}
      >
        {column === 'name' ? t(`accuracy-by.${by}`) : t(`accuracy-column.${column}`)}
      </button>
    </th>
  )
}
