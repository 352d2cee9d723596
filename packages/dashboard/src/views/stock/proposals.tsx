import type { Proposal, ProposalReason } from '@lading/shared/contract/stock-plan'
import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { decideProposal } from '../../data/stock/stock.ts'
import { formatMoney } from '../../format/money.ts'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'
import { goStock, nothingOpen, type StockAddress, stockUrl } from '../../state/address/stock.ts'
import type { Failure } from '../../state/server/failure.ts'
import { session } from '../../state/server/session.ts'
import { warehouses } from '../../state/stock/stock.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { ScreenLink } from '../parts/screen-link.tsx'

/** What is proposed, why, what it costs and does; to be approved or rejected by who may. */
export const Proposals = ({ proposals }: { proposals: Proposal[] }) => {
  const said = useSignal<Decided | undefined>(undefined)
  return (
    <section class="detail-section">
      <h3>{t('stock.proposals')}</h3>
      {proposals.length === 0 && <p class="section-note">{t('stock.proposals.none')}</p>}
      {proposals.map((proposal) => (
        <OneProposal
          key={proposal.id}
          proposal={proposal}
          onDecided={(decided) => {
            said.value = decided
          }}
        />
      ))}
      <p class="stock-said" role="status">
        {said.value?.text}
        {said.value?.leadsTo && (
          <>
            {' '}
            <ScreenLink href={stockUrl(said.value.leadsTo.to)} onGo={() => said.value?.leadsTo && goStock(said.value.leadsTo.to)}>
              {said.value.leadsTo.text}
            </ScreenLink>
          </>
        )}
      </p>
    </section>
  )
}

/** What came of a decision, and where that is to be seen. */
export type Decided = { text: string; leadsTo?: { text: string; to: Partial<StockAddress> } }

const outcomeOf = ({ state, kind, purchaseOrderId, transferId }: Proposal): Decided => {
  if (state === 'rejected') return { text: t('stock.rejected') }
  if (purchaseOrderId !== null)
    return {
      text: t(kind === 'order' ? 'stock.approved-order' : 'stock.approved'),
      leadsTo: { text: t('stock.to-order'), to: { view: 'orders', ...nothingOpen, orderId: purchaseOrderId } },
    }
  if (transferId === null) return { text: t('stock.approved') }
  return {
    text: t('stock.approved'),
    leadsTo: { text: t('stock.to-transfer'), to: { view: 'transfers', ...nothingOpen, transferId } },
  }
}

/** To be approved or rejected by who may. */
export const OneProposal = ({ proposal, onDecided }: { proposal: Proposal; onDecided: (decided: Decided) => void }) => {
  const why = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  const { kind, effect, reasons } = proposal
  const decide = async (decision: Parameters<typeof decideProposal>[1]) => {
    busy.value = true
    const result = await decideProposal(proposal, decision)
    busy.value = false
    if (!result.ok) failure.value = result.failure
    else onDecided(outcomeOf(result.value))
  }
  return (
    <article class="proposal">
      <h4>{headline(proposal)}</h4>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{sayReason(reason)}</li>
        ))}
        <li>
          {t(kind === 'order' ? 'stock.effect-on' : 'stock.effect', {
            days: effect.days,
            before: formatPercent(effect.stockOutBefore),
            after: formatPercent(effect.stockOutAfter),
          })}
        </li>
      </ul>
      {session.value && mayActAs(session.value.role, 'operator') && (
        <div class="proposal-actions">
          <button type="button" class="button button-primary" disabled={busy.value} onClick={() => void decide({ approve: true })}>
            {t('stock.approve')}
          </button>
          {why.value === undefined ? (
            <button
              type="button"
              class="button"
              onClick={() => {
                why.value = ''
              }}
            >
              {t('stock.reject')}
            </button>
          ) : (
            <form
              class="proposal-why"
              onSubmit={(event) => {
                event.preventDefault()
                if (why.value?.trim()) void decide({ reject: why.value.trim() })
              }}
            >
              <input
                class="field"
                required
                maxLength={500}
                aria-label={t('stock.reject-why')}
                placeholder={t('stock.reject-why')}
                value={why.value}
                onInput={({ currentTarget }) => {
                  why.value = currentTarget.value
                }}
              />
              <button type="submit" class="button" disabled={busy.value}>
                {t('stock.reject')}
              </button>
            </form>
          )}
        </div>
      )}
      {failure.value && <FailureNote failure={failure.value} />}
    </article>
  )
}

const nameOf = (code: string) => warehouses.value.find(([known]) => known === code)?.[1] ?? code

const headline = ({ kind, quantity, cost, fromWarehouse }: Proposal) =>
  t(`stock.propose.${kind}`, { quantity, cost: formatMoney(cost), from: nameOf(fromWarehouse ?? '') })

const sayReason = ({ code, values }: ProposalReason) => {
  const { probability, warehouse } = values
  return t(`stock.reason.${code}`, {
    ...values,
    ...(typeof probability === 'number' && { risk: formatPercent(probability) }),
    ...(typeof warehouse === 'string' && { warehouse: nameOf(warehouse) }),
  })
}
