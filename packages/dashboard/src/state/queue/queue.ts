import type { Alert } from '@lading/shared/contract/alert'
import type { Claim } from '@lading/shared/contract/claim'
import type { CurrencyExposure } from '@lading/shared/contract/exchange-rate'
import type { StockLine } from '@lading/shared/contract/stock-plan'
import type { Severity } from '@lading/shared/domain/alert'
import { computed } from '@preact/signals'
import { isUsed } from '../address/filter.ts'
import { address, filter, type QueueTab } from '../address/live-map.ts'
import { dueClaims } from '../claims.ts'
import { dearCurrencies, exposure } from '../currencies.ts'
import { judgedAtMs } from '../judged-at.ts'
import { session } from '../server/session.ts'
import { isFiltered, listedIds } from '../shipment/listed.ts'
import { shipments } from '../shipment/shipments.ts'
import { stockAtRisk } from '../stock/risk.ts'
import { alertsByState } from './alerts.ts'
import { inUrgencyOrder, type Urgent } from './order.ts'

/** One thing that wants somebody: an alert, on which people act here, a product that is likely to run out, a currency that got dearer, or a claim with a deadline; these lead to their screens. */
export type QueueEntry = Urgent &
  (
    | { alert: Alert; stock?: never; currency?: never; claim?: never }
    | { alert?: never; stock: StockLine; currency?: never; claim?: never }
    | { alert?: never; stock?: never; currency: CurrencyExposure; claim?: never }
    | { alert?: never; stock?: never; currency?: never; claim: Claim }
  )

const ofAlert = (alert: Alert): QueueEntry => ({
  id: alert.id,
  kind: alert.kind,
  severity: alert.severity,
  facts: alert.facts,
  probability: shipments.value.get(alert.shipmentId)?.missProbability ?? null,
  since: alert.openedAt,
  alert,
})

const severityOf = (probability: number): Severity => (probability >= 0.5 ? 'critical' : 'warning')

const ofStock = (stock: StockLine): QueueEntry => {
  const { product, warehouse, stockOutProbability, daysOfCover, onHand, atRiskSince } = stock
  // More has gone than ever came: it has run out, whatever the forecast says.
  const probability = onHand < 0 ? 1 : (stockOutProbability ?? 0)
  return {
    id: `${product}@${warehouse}`,
    kind: 'stock-out',
    severity: severityOf(probability),
    facts: { daysOfCover },
    probability,
    since: atRiskSince,
    stock,
  }
}

/** Stock is no shipment: of the filters, only a text and a warehouse can mean it. */
const stockEntries = computed(() => {
  const { text, warehouse: place, ...others } = filter.value
  if (isUsed({ ...others, text: '', warehouse: '' }) || address.value.mine) return []
  const wanted = text.toLowerCase()
  return stockAtRisk.value
    .filter(({ warehouse }) => place === '' || warehouse === place)
    .filter(({ product, productName }) => product.toLowerCase().includes(wanted) || productName.toLowerCase().includes(wanted))
    .map(ofStock)
})

const isAside = ({ snoozedUntil }: CurrencyExposure) => !!snoozedUntil && Date.parse(snoozedUntil) > judgedAtMs.value

/** A currency is no shipment either, and no filter means it. */
const currencyEntries = (aside: boolean) => {
  if (isUsed(filter.value) || address.value.mine) return []
  const threshold = exposure.value?.threshold ?? 0
  return dearCurrencies.value
    .filter((currency) => isAside(currency) === aside)
    .map(
      (currency): QueueEntry => ({
        id: `currency/${currency.currency}`,
        kind: 'currency-moved',
        severity: (currency.change ?? 0) >= 2 * threshold ? 'critical' : 'warning',
        facts: { change: currency.change },
        probability: null,
        // What it costs more is counted from the day of the oldest order on.
        since: currency.since,
        currency,
      }),
    )
}

/** Of the filters only a text can mean a claim, by its number or its partner. */
const claimEntries = computed(() => {
  const { text, ...others } = filter.value
  if (isUsed({ ...others, text: '' }) || address.value.mine) return []
  const wanted = text.toLowerCase()
  return dueClaims.value
    .filter(({ number, partner }) => `${number} ${partner.name}`.toLowerCase().includes(wanted))
    .map(
      (claim): QueueEntry => ({
        ...{ id: `claim/${claim.id}`, kind: 'claim-due', severity: claim.deadline === 'missed' ? 'warning' : 'info', probability: null },
        facts: { hoursLeft: claim.dueAt === null ? null : (Date.parse(claim.dueAt) - judgedAtMs.value) / 3_600_000 },
        ...{ since: claim.openedAt, claim },
      }),
    )
})

const isWanted = (alert: Alert) => {
  const { kinds } = filter.value
  if (address.value.mine && alert.assignedTo !== session.value?.id) return false
  if (kinds.length > 0 && !kinds.includes(alert.kind)) return false
  return !isFiltered.value || listedIds.value.has(alert.shipmentId)
}

const earlier = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : 1)

const entries: Record<QueueTab, { readonly value: QueueEntry[] }> = {
  open: computed(() =>
    inUrgencyOrder([
      ...alertsByState.value.open.filter(isWanted).map(ofAlert),
      ...stockEntries.value,
      ...currencyEntries(false),
      ...claimEntries.value,
    ]),
  ),
  // The soonest to come back first.
  snoozed: computed(() => [
    ...alertsByState.value.snoozed
      .filter(isWanted)
      .sort((a, b) => earlier(a.snoozedUntil, b.snoozedUntil))
      .map(ofAlert),
    ...currencyEntries(true),
  ]),
  // The latest first.
  resolved: computed(() =>
    alertsByState.value.resolved
      .filter(isWanted)
      .sort((a, b) => earlier(b.resolvedAt, a.resolvedAt))
      .map(ofAlert),
  ),
}

/** What each part of the queue has, of the shipments that match the filters. */
export const queueOf = (tab: QueueTab) => entries[tab].value

/** What is shown. */
export const queue = computed(() => queueOf(address.value.tab))
