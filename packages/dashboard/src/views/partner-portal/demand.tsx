import type { PartnerDemand, PartnerDemandList } from '@lading/shared/contract/partner-portal'
import { countryName } from '../../format/country.ts'
import { formatDay } from '../../format/day.ts'
import { formatNumber } from '../../format/number.ts'
import { t } from '../../i18n/t.ts'
import { useAnswer } from '../parts/use-answer.ts'
import { PortalPage } from './page.tsx'

/** How much of what a supplier supplies will be asked for, week by week. */
export const Demand = () => (
  <PortalPage title={t('portal.page.demand')} answer={useAnswer<PartnerDemandList>('/v1/partner/demand')}>
    {({ items }) => (
      <>
        <p class="section-note">{t(items.length === 0 ? 'portal.no-demand' : 'portal.demand-about')}</p>
        <ul class="portal-cards">
          {items.map((demand) => (
            <Forecast key={`${demand.product} ${demand.warehouseName}`} demand={demand} />
          ))}
        </ul>
      </>
    )}
  </PortalPage>
)

const Forecast = ({ demand: { product, productName, warehouseName, country, computedAt, weeks } }: { demand: PartnerDemand }) => {
  const most = Math.max(1, ...weeks.map(({ p90 }) => p90))
  const whole = (units: number) => formatNumber(Math.round(units))
  return (
    <li class="portal-card">
      <h3>
        {productName} <span class="stock-sku">{product}</span>
      </h3>
      <p class="section-note">
        {t('portal.order-for', { warehouse: warehouseName, country: countryName(country) })}{' '}
        {t('portal.forecast-of', { day: formatDay(computedAt) })}
      </p>
      <table class="portal-weeks">
        <thead>
          <tr>
            <th scope="col">{t('portal.week')}</th>
            <th scope="col">{t('portal.expected')}</th>
            <th scope="col">{t('portal.range')}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, mean, p10, p50, p90 }) => (
            <tr key={from}>
              <th scope="row">{formatDay(from)}</th>
              <td>{whole(mean)}</td>
              <td>
                {whole(p10)} – {whole(p90)}
              </td>
              <td class="portal-week-bar" aria-hidden="true">
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    class="partner-range-interval"
                    x={(p10 / most) * 100}
                    y="2"
                    width={Math.max(0.5, ((p90 - p10) / most) * 100)}
                    height="8"
                  />
                  <rect class="partner-range-mean" x={Math.max(0, (p50 / most) * 100 - 1)} y="1" width="2" height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  )
}
