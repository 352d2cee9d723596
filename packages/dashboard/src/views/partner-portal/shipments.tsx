import type { PartnerShipmentPage } from '@lading/shared/contract/partner-portal'
import { useSignal } from '@preact/signals'
import { authorised } from '../../data/server/authorised.ts'
import { queryString } from '../../data/server/request.ts'
import { t } from '../../i18n/t.ts'
import { useAnswer } from '../parts/use-answer.ts'
import { PortalPage } from './page.tsx'
import { Shipment } from './shipment.tsx'

const choices = ['open', 'done'] as const

/** The shipments that the partner takes part in, with what of them concerns it. */
export const Shipments = () => {
  const choice = useSignal<(typeof choices)[number]>('open')
  const path = (cursor?: string) => `/v1/partner/shipments${queryString({ open: choice.value === 'open', limit: 25, cursor })}`
  const answer = useAnswer<PartnerShipmentPage>(path())
  const more = async (cursor: string) => {
    const result = await authorised<PartnerShipmentPage>(path(cursor))
    if (result.ok) answer.value.value = { ...result.value, items: [...(answer.value.value?.items ?? []), ...result.value.items] }
  }
  return (
    <PortalPage title={t('portal.page.shipments')} answer={answer}>
      {({ items, nextCursor }) => (
        <>
          <select
            class="field portal-choice"
            aria-label={t('portal.which-shipments')}
            value={choice.value}
            onChange={({ currentTarget }) => {
              choice.value = choices[currentTarget.selectedIndex] ?? 'open'
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {t(`portal.shipments-${one}`)}
              </option>
            ))}
          </select>
          {items.length === 0 && <p class="section-note">{t('portal.no-shipments')}</p>}
          <ul class="portal-cards">
            {items.map((shipment) => (
              <Shipment key={shipment.id} shipment={shipment} />
            ))}
          </ul>
          {nextCursor && (
            <button type="button" class="button" onClick={() => void more(nextCursor)}>
              {t('action.show-more')}
            </button>
          )}
        </>
      )}
    </PortalPage>
  )
}
