import type { ClaimDetail } from '@lading/shared/contract/claim'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { loadClaim } from '../../data/shipment/claims.ts'
import { formatMoney } from '../../format/money.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { go } from '../../state/address/live-map.ts'
import { goPartners, partnersUrl } from '../../state/address/partners.ts'
import { goStock, stockUrl } from '../../state/address/stock.ts'
import { claimDetail } from '../../state/claims.ts'
import { mayAct } from '../../state/people.ts'
import type { Failure } from '../../state/server/failure.ts'
import { Fact } from '../parts/fact.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'
import { Time } from '../parts/time.tsx'
import { Chain } from './chain.tsx'
import { Moves } from './moves.tsx'
import { Due } from './say.tsx'

const close = () => goPartners({ claim: undefined })

/** A claim in full: what is claimed, how it stands and until when, what can be done, and everything that was written down of it. */
export const ClaimDrawer = ({ id }: { id: string }) => {
  const top = useRef<HTMLElement>(null)
  const failure = useSignal<Failure | undefined>(undefined)
  const load = () => {
    failure.value = undefined
    void loadClaim(id).then((result) => {
      if (!result.ok) failure.value = result.failure
    })
  }
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    load()
  }, [])
  const detail = claimDetail.value?.id === id ? claimDetail.value : undefined
  return (
    <section class="detail" ref={top} tabIndex={-1} aria-label={t('claims.detail')}>
      <div class="detail-bar">
        <button type="button" class="button button-quiet button-icon detail-back" aria-label={t('stock.close')} onClick={close}>
          <Icon name="back" />
        </button>
        <span class="detail-number">{detail?.number}</span>
        <button type="button" class="button button-quiet button-icon detail-close" aria-label={t('stock.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="detail-body">
        {failure.value && <FailureNote what={t('claims.failed')} failure={failure.value} onRetry={load} />}
        {detail && <Full claim={detail} />}
      </div>
    </section>
  )
}

const Full = ({ claim }: { claim: ClaimDetail }) => {
  const { kind, state, partner, description } = claim
  return (
    <>
      <header class="device-heading">
        <h2>{t(`claim-kind.${kind}`)}</h2>
        <span class={`label claim-is-${state}`}>
          <span class="label-text">{t(`claim-state.${state}`)}</span>
        </span>
        <p>
          <ScreenLink
            href={partnersUrl({ view: 'register', selected: partner.code })}
            onGo={() => goPartners({ view: 'register', selected: partner.code })}
          >
            {partner.name}
          </ScreenLink>
        </p>
      </header>
      <section class="detail-section">
        <p class="claim-description" dir="auto">
          {description}
        </p>
        <Facts claim={claim} />
        {mayAct.value && <Moves claim={claim} />}
      </section>
      <Chain claim={claim} />
    </>
  )
}

const Facts = ({ claim }: { claim: ClaimDetail }) => {
  const { shipment, order, claimed, offered, agreed, openedAt, lateAt, dueFrom, kind } = claim
  return (
    <dl class="facts">
      {dueFrom && (
        <Fact name={t(isOurs(kind, dueFrom) ? 'claims.due-from-us' : 'claims.due-from-partner')}>
          <Due claim={claim} />
        </Fact>
      )}
      {claimed && <Fact name={t('claim-field.claimed')}>{formatMoney(claimed)}</Fact>}
      {offered && <Fact name={t('claim-field.offered')}>{formatMoney(offered)}</Fact>}
      {agreed && <Fact name={t('claim-field.agreed')}>{formatMoney(agreed)}</Fact>}
      {shipment && (
        <Fact name={t('claim-field.shipment')}>
          <ScreenLink href={`/?shipment=${shipment.id}`} onGo={() => go({ selectedId: shipment.id })}>
            {shipment.trackingNumber}
          </ScreenLink>
        </Fact>
      )}
      {order && (
        <Fact name={t('claim-field.order')}>
          <ScreenLink href={stockUrl({ view: 'orders', orderId: order.id })} onGo={() => goStock({ view: 'orders', orderId: order.id })}>
            {order.number}
          </ScreenLink>
        </Fact>
      )}
      <Fact name={t('claim-field.opened')}>
        <Time at={openedAt} />
      </Fact>
      {lateAt && (
        <Fact name={t('claim-field.late')}>
          <Time at={lateAt} />
        </Fact>
      )}
    </dl>
  )
}

/** Whether a side is ours: of a score the partner claims. */
const isOurs = (kind: ClaimDetail['kind'], side: 'claimant' | 'respondent') => (kind === 'score') === (side === 'respondent')
