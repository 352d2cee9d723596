import type { ComponentChildren } from 'preact'
import { t } from '../../i18n/t.ts'
import { noFilter } from '../../state/address/filter.ts'
import { address, go, sorts } from '../../state/address/live-map.ts'
import { isFiltered } from '../../state/shipment/listed.ts'

type Props = { text: string; ordered: boolean; children?: ComponentChildren }

/** How many there are, in which order, and the way back from a filter. */
export const CountBar = ({ text, ordered, children }: Props) => (
  <div class="count-bar">
    <p>{text}</p>
    {isFiltered.value && (
      <button type="button" class="button button-quiet button-small" onClick={() => go({ filter: noFilter })}>
        {t('action.clear-filter')}
      </button>
    )}
    {ordered && (
      <select
        class="field field-small"
        aria-label={t('list.sort')}
        value={address.value.sort}
        onChange={({ currentTarget }) => go({ sort: sorts.find((sort) => sort === currentTarget.value) ?? 'arrival' })}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
    )}
    {children}
  </div>
)
