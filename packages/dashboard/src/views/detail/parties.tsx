import type { Shipment } from '@lading/shared/contract/shipment'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'

/** Who takes part, on which terms, and what they call it. */
export const Parties = ({ shipment: { parties, incoterm, incotermPlace, reference, containers } }: { shipment: Shipment }) => (
  <dl class="facts">
    {parties.map(({ role, name, country }) => (
      <div key={`${role} ${name}`}>
        <dt>{t(`party.${role}`)}</dt>
        <dd>
          {name} <small>{countryName(country)}</small>
        </dd>
      </div>
    ))}
    <div>
      <dt>{t('detail.terms')}</dt>
      <dd>
        {incoterm} {incotermPlace}
      </dd>
    </div>
    {containers.length > 0 && (
      <div>
        <dt>{t('detail.containers', { count: containers.length })}</dt>
        <dd class="container-numbers">
          {containers.map((container) => (
            <span key={container}>{container}</span>
          ))}
        </dd>
      </div>
    )}
    {reference && (
      <div>
        <dt>{t('detail.reference')}</dt>
        <dd>{reference}</dd>
      </div>
    )}
  </dl>
)
