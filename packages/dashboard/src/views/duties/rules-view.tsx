import type { TradeRule } from '@lading/shared/contract/trade-rule'
import { mayActAs } from '@lading/shared/domain/role'
import { tradeRuleKinds } from '@lading/shared/domain/trade-rule'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { tradeRules } from '../../data/customs/duties.ts'
import { formatCalendarDay } from '../../format/calendar-day.ts'
import { countryName } from '../../format/country.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { dutiesAddress, goDuties, noRuleFilter } from '../../state/address/duties.ts'
import { session } from '../../state/server/session.ts'
import { Deeds } from '../dialog/deeds.tsx'
import { Arrow } from '../parts/arrow.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FilterBar, FilterChoice } from '../parts/filter-bar.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { ImportRulesDialog } from './import-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { sayTerms } from './say-terms.ts'

/** Rules that are in force on a day, or today and later. */
export const RulesView = () => {
  useEffect(tradeRules.follow, [])
  const opened = useSignal<TradeRule | undefined>(undefined)
  const { items, nextCursor } = tradeRules.list.value
  const load = tradeRules.load.value
  return (
    <>
      <div class="devices-bar">
        <Filters />
        {session.value && mayActAs(session.value.role, 'operator') && <Deeds deeds={deeds()} />}
      </div>
      {load.status === 'failed' && <FailureNote what={t('rules.failed')} failure={load.failure} onRetry={() => void tradeRules.reload()} />}
      {items.length > 0 ? (
        <div class="stock-table rules-table">
          <StackedTable aria-label={t('duties-view.rules')}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`rules.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((rule) => (
                <Row
                  key={rule.id}
                  rule={rule}
                  onOpen={() => {
                    opened.value = rule
                  }}
                />
              ))}
            </tbody>
          </StackedTable>
          {nextCursor && (
            <button type="button" class="button declarations-more" onClick={() => void tradeRules.more()}>
              {t('action.show-more')}
            </button>
          )}
        </div>
      ) : (
        load.status === 'ready' && <p class="note">{t('rules.none')}</p>
      )}
      {opened.value && (
        <HistoryDialog
          rule={opened.value}
          onClose={() => {
            opened.value = undefined
          }}
        />
      )}
    </>
  )
}

const columns = ['rule', 'says', 'goods', 'places', 'valid', 'source'] as const

/** Territories such as EU have no name of their own in lists of countries. */
const placeName = (code: string) => (code.length === 2 ? countryName(code) : code)

const Row = ({ rule, onOpen }: { rule: TradeRule; onOpen: () => void }) => {
  const { key, terms, hsPrefix, origins, destination, validFrom, validTo, source, isExample } = rule
  return (
    // The button in it has the keys; the rest of the row is a larger target for pointers.
    <tr class="declaration" onClick={onOpen}>
      <th scope="row">
        <button type="button" class="link" onClick={onOpen}>
          {key}
        </button>{' '}
        <small>{t(`rule-kind.${terms.kind}`)}</small> {isExample && <small class="stock-tag">{t('rules.example')}</small>}
      </th>
      <td class="rules-says stacked-wide" dir="auto" title={sayTerms(terms)}>
        {sayTerms(terms)}
      </td>
      <td>{hsPrefix || <span class="none">{t('rules.all-goods')}</span>}</td>
      <td>
        {origins.length > 0 && (
          <>
            <bdi>{formatList(origins.map(placeName))}</bdi>
            <Arrow />
          </>
        )}
        <bdi>{placeName(destination)}</bdi>
      </td>
      <td>
        {formatCalendarDay(validFrom)}
        {validTo && ` – ${formatCalendarDay(validTo)}`}
      </td>
      <td class="rules-source stacked-wide" dir="auto" title={source}>
        {source}
      </td>
    </tr>
  )
}

const deeds = () => [
  { name: t('rules.new'), Dialog: RuleDialog },
  { name: t('rules.import'), Dialog: ImportRulesDialog },
]

const Filters = () => {
  const { text, kind, destination, at } = dutiesAddress.value
  const isFiltered = text !== '' || kind !== undefined || destination !== '' || at !== ''
  return (
    <FilterBar
      label={t('rules.search')}
      hint={t('rules.search-hint')}
      text={text}
      onSearch={(wanted) => goDuties({ text: wanted })}
      onClear={isFiltered ? () => goDuties(noRuleFilter) : undefined}
    >
      <FilterChoice
        label={t('rule-field.kind')}
        every={t('rules.every-kind')}
        options={tradeRuleKinds.map((one) => [one, t(`rule-kind.${one}`)] as const)}
        value={kind}
        onChoose={(wanted) => goDuties({ kind: wanted })}
      />
      <input
        class="field rules-place"
        aria-label={t('rule-field.destination')}
        placeholder={t('rule-field.destination')}
        value={destination}
        maxLength={4}
        onChange={({ currentTarget: { value } }) =>
          goDuties({ destination: /^[A-Z]{2,4}$/.test(value.toUpperCase()) ? value.toUpperCase() : '' })
        }
      />
      <label class="rules-at">
        {t('rules.at')}
        <input class="field" type="date" value={at} onChange={({ currentTarget: { value } }) => goDuties({ at: value })} />
      </label>
    </FilterBar>
  )
}
