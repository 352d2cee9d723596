import type { ListedPartner } from '@lading/shared/contract/partner'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { goPartners, partnerAddress, partnersUrl } from '../../state/address/partners.ts'
import { partnerColumns } from '../../state/partners.ts'
import { ScreenLink } from '../parts/screen-link.tsx'
import { type RowPlace, VirtualTable } from '../parts/virtual-table.tsx'
import { sayReason } from './say.ts'
import { Score, TrendSaid } from './score.tsx'
import { StatusLabel } from './status-label.tsx'

// As stock.css has them.
const rowPx = { desk: 36, phone: 64 }

type Props = { partners: ListedPartner[]; total: number; onMore: (() => unknown) | undefined }

/** Partners of which only the visible rows exist; more come as it is scrolled. */
export const PartnerTable = ({ partners, total, onMore }: Props) => (
  <VirtualTable
    label={t('screen.partners')}
    class="stock-table partner-table"
    head={partnerColumns.map((column) => (
      <th key={column} scope="col" class={`partner-col-${column}`}>
        {t(`partner-column.${column}`)}
      </th>
    ))}
    items={partners}
    total={total}
    rowPx={rowPx}
    focus=".row-open"
    onMore={onMore}
  >
    {(partner, place) => <Row key={partner.code} partner={partner} {...place} />}
  </VirtualTable>
)

const Row = ({ partner, index, focusable, onActive }: { partner: ListedPartner } & RowPlace) => {
  const { code, name, roles, country, qualification, score } = partner
  const open = () => {
    onActive()
    goPartners({ selected: code })
  }
  const isOpen = partnerAddress.value.selected === code
  const [reason] = qualification.reasons
  return (
    // The link in it has the keys; the rest of the row is a larger target for pointers.
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      class={isOpen ? 'stock-row partner-row row-selected' : 'stock-row partner-row'}
      onClick={open}
    >
      <th scope="row" class="partner-col-name">
        <ScreenLink href={partnersUrl({ selected: code })} class="row-open" current={isOpen} focusable={focusable} onGo={open}>
          {name}
        </ScreenLink>
      </th>
      <td class="partner-col-status" title={reason && sayReason(reason)}>
        <StatusLabel status={qualification.status} />
      </td>
      <td class="partner-col-score">
        <Score score={score} />
      </td>
      <td class="partner-col-trend">
        <TrendSaid score={score} />
      </td>
      <td class="partner-col-expiry">{qualification.nextExpiry ? formatDay(qualification.nextExpiry) : <span class="none">–</span>}</td>
      <td class="partner-col-roles">{formatList(roles.map((role) => t(`party.${role}`)))}</td>
      <td class="partner-col-country">{countryName(country)}</td>
    </tr>
  )
}
