import { type PartnerAspect, partnerAspects } from '@lading/shared/domain/partner'
import { useSignal } from '@preact/signals'
import { loadEvidence } from '../../data/partners.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { go } from '../../state/address.ts'
import { partnerEvidence } from '../../state/partners.ts'
import { goStock, stockUrl } from '../../state/stock-address.ts'
import { ScreenLink } from '../screen-link.tsx'
import { Time } from '../time.tsx'
import { sayEvidence } from './say.ts'

/** What the score rests on, thing by thing, with its shipment or order. */
export const Evidence = ({ code }: { code: string }) => {
  const aspect = useSignal<PartnerAspect | ''>('')
  const shown = partnerEvidence.value?.code === code ? partnerEvidence.value : undefined
  return (
    <section class="detail-section">
      <h3>{t('partners.evidence')}</h3>
      <select
        class="field"
        aria-label={t('partner-field.aspect')}
        value={aspect.value}
        onChange={({ currentTarget }) => {
          aspect.value = partnerAspects.find((one) => one === currentTarget.value) ?? ''
          void loadEvidence(code, aspect.value || undefined)
        }}
      >
        <option value="">{t('partners.every-aspect')}</option>
        {partnerAspects.map((one) => (
          <option key={one} value={one}>
            {t(`partner-aspect.${one}`)}
          </option>
        ))}
      </select>
      {shown && shown.items.length === 0 && <p class="section-note">{t('partners.no-evidence')}</p>}
      <ul class="partner-evidence">
        {shown?.items.map((one) => (
          <li key={one.id} class={one.isGood ? 'partner-good' : 'partner-bad'}>
            <Icon name={one.isGood ? 'check' : 'severity-warning'} />
            <span>
              {sayEvidence(one)}
              {one.shipment && (
                <>
                  {' '}
                  <ScreenLink href={`/?shipment=${one.shipment.id}`} onGo={() => go({ selectedId: one.shipment?.id })}>
                    {one.shipment.trackingNumber}
                  </ScreenLink>
                </>
              )}
              {one.order && (
                <>
                  {' '}
                  <ScreenLink
                    href={stockUrl({ view: 'orders', orderId: one.order.id })}
                    onGo={() => goStock({ view: 'orders', orderId: one.order?.id })}
                  >
                    {one.order.number}
                  </ScreenLink>
                </>
              )}
              {one.note && <small>{one.note}</small>}
            </span>
            <Time at={one.at} />
          </li>
        ))}
      </ul>
      {shown && shown.total > shown.items.length && (
        <p class="section-note">{t('partners.more-evidence', { shown: shown.items.length, count: shown.total })}</p>
      )}
    </section>
  )
}
