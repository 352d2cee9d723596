import type { BacktestGroup } from '@lading/shared/contract/accuracy'
import type { PredictionKind } from '@lading/shared/domain/model'
import { loadBacktests } from '../../data/accuracy.ts'
import { formatChange, formatError, formatShare } from '../../format/amount.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { accuracy, backtestGroupOf, backtests } from '../../state/accuracy.ts'
import { accuracyAddress } from '../../state/address/accuracy.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'

const columns = ['cases', 'error', 'naive', 'improvement', 'coverage', 'uses'] as const

/** What the newest test on the past showed group by group, those that lost to the simple rule first, and which of the two is used. */
export const BacktestTable = () => {
  const { kind, by } = accuracyAddress.value
  const { value: now } = backtests
  // What is wrong with the figures, which stand above, need not be said again.
  if (now.status === 'failed' && accuracy.value.status !== 'failed')
    return <FailureNote what={t('backtests.failed')} failure={now.failure} onRetry={() => void loadBacktests()} />
  if (now.status !== 'ready' || now.value.groups.length === 0) return null
  const group = backtestGroupOf(kind, by)
  return (
    <div class="accuracy-groups">
      <div class="accuracy-groups-bar">
        <h3 id="backtests-title">{t('backtests.title')}</h3>
        <p class="accuracy-about">{t(`backtests-about.${kind}`)}</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section class="accuracy-table" tabIndex={0} aria-labelledby="backtests-title">
        <StackedTable>
          <thead>
            <tr>
              <th scope="col">{t(`backtests-by.${kind === 'demand' && group === 'group' ? 'item' : group}`)}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`backtests-column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {now.value.groups.map((row) => (
              <Row key={row.name} row={row} kind={kind} />
            ))}
          </tbody>
        </StackedTable>
      </section>
    </div>
  )
}

const Row = ({ row, kind }: { row: BacktestGroup; kind: PredictionKind }) => (
  <tr>
    <th scope="row">{row.name}</th>
    <td>{t('figure', { count: row.cases })}</td>
    <td>{formatError(row.meanError, kind)}</td>
    <td>{row.naiveError === null ? '–' : formatError(row.naiveError, kind)}</td>
    <td class={row.verdict === 'worse' ? 'accuracy-loses' : undefined}>
      {row.improvement === null ? '–' : formatChange(row.improvement)}
      {row.verdict !== 'better' && row.verdict !== 'worse' && <small> {t(`backtests-verdict.${row.verdict}`)}</small>}
    </td>
    <td>{formatShare(row.coverage)}</td>
    <td>
      <span class={`label ${row.uses === 'model' ? 'model-used' : 'model-unused'}`}>
        <Icon name={row.uses === 'model' ? 'check' : 'back'} />
        <span class="label-text">{t(`backtests-uses.${row.uses}`)}</span>
      </span>
    </td>
  </tr>
)
