import type { ListedEntry } from '@lading/shared/contract/customs'
import { isHeld } from '@lading/shared/domain/customs-entry'
import { countryName } from '../../format/country.ts'
import { formatList } from '../../format/list.ts'
import { formatSince } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { address, go, writeAddress } from '../../state/address/live-map.ts'
import { nowMs } from '../../state/clock.ts'
import { locations } from '../../state/map/locations.ts'
import { pane } from '../../state/pane.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { Time } from '../parts/time.tsx'
import { CustomsLabel } from './customs-label.tsx'

const columns = ['state', 'shipment', 'since', 'country', 'office', 'documents', 'reference', 'declarant'] as const

export const CustomsTable = ({ entries, onMore }: { entries: ListedEntry[]; onMore: (() => Promise<void>) | undefined }) => (
  <div class="stock-table">
    <table aria-label={t('customs-list.title')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class={`declaration-${column}`}>
              {t(`customs-list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
    {onMore && (
      <button type="button" class="button declarations-more" onClick={() => void onMore()}>
        {t('action.show-more')}
      </button>
    )}
  </div>
)

const open = (shipmentId: string) => {
  pane.value = 'detail'
  go({ selectedId: shipmentId })
}

const Row = ({ entry }: { entry: ListedEntry }) => {
  const { shipmentId, trackingNumber, state, stateAt, country, office, requiredDocuments, presentDocuments } = entry
  const place = locations.value.find(({ code }) => code === office)
  const missing = requiredDocuments.filter((document) => !presentDocuments.includes(document))
  return (
    // The link in it has the keys; the rest of the row is a larger target for pointers.
    <tr class={isHeld(state) ? 'declaration declaration-held' : 'declaration'} onClick={() => open(shipmentId)}>
      <td class="declaration-state">
        <CustomsLabel state={state} />
      </td>
      <th scope="row" class="declaration-shipment">
        <ScreenLink href={`/${writeAddress({ ...address.value, selectedId: shipmentId })}`} onGo={() => open(shipmentId)}>
          {trackingNumber}
        </ScreenLink>
      </th>
      <td class="declaration-since">
        {stateAt ? (
          <Time at={stateAt} place={place} text={formatSince(Date.parse(stateAt), nowMs.value)} focusable={false} />
        ) : (
          <span class="none">–</span>
        )}
      </td>
      <td class="declaration-country">{countryName(country)}</td>
      <td class="declaration-office">{place?.name ?? office ?? <span class="none">–</span>}</td>
      <td class="declaration-documents">
        {missing.length > 0 && <span title={formatList(missing)}>{t('customs-list.missing', { count: missing.length })}</span>}
      </td>
      <td class="declaration-reference">{entry.reference}</td>
      <td class="declaration-declarant">{entry.declarant}</td>
    </tr>
  )
}
