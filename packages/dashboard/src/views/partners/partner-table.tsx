import type { ListedPartner } from '@lading/shared/contract/partner'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { formatList } from '../../format/list.ts'
import { t } from '../../i18n/t.ts'
import { goPartners, partnerAddress, partnersUrl } from '../../state/partner-address.ts'
import { partnerColumns } from '../../state/partners.ts'
import { ScreenLink } from '../screen-link.tsx'
import { sayReason } from './say.ts'
import { Score, TrendSaid } from './score.tsx'
import { StatusLabel } from './status-label.tsx'

export const PartnerTable = ({ partners }: { partners: ListedPartner[] }) => (
  <div class="stock-table">
    <table aria-label={t('screen.partners')}>
      <thead>
        <tr>
          {partnerColumns.map((column) => (
            <th key={column} scope="col" class={`partner-col-${column}`}>
              {t(`partner-column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partners.map((partner) => (
          <Row key={partner.code} partner={partner} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ partner }: { partner: ListedPartner }) => {
  const { code, name, roles, country, qualification, score } = partner
  const open = () => goPartners({ selected: code })
  const isOpen = partnerAddress.value.selected === code
  const [reason] = qualification.reasons
  return (
    // The link in it has the keys; the rest of the row is a larger target for pointers.
    <tr class={isOpen ? 'stock-row partner-row stock-selected' : 'stock-row partner-row'} onClick={open}>
      <th scope="row" class="partner-col-name">
        <ScreenLink href={partnersUrl({ selected: code })} class="stock-open" current={isOpen} onGo={open}>
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
