import type { KeptWarningRule, NewPlaybook, NewWarningRule, Playbook, WarningPreview } from '@lading/shared/contract/playbook'
import type {
  CountryEvent,
  CountryEventChange,
  CountryEventPage,
  CountryIndex,
  ImportedEvents,
  ImportedIndices,
  ListedRisk,
  NewCountryEvent,
  NewShipmentReport,
  RiskGroupItem,
  RiskReliability,
  ShipmentReport,
  ShipmentRisk,
} from '@lading/shared/contract/risk'
import { effect } from '@preact/signals'
import { riskAddress } from '../../state/address/risk.ts'
import { countryEvents, countryIndices, playbooks, riskGroups, riskLoad, riskReliability, risks, warningRules } from '../../state/risk.ts'
import { authorised } from '../server/authorised.ts'
import { queryString, type Result } from '../server/request.ts'

const mostShown = 100

const heard = <Value>(result: Result<Value>, show: (value: Value) => void) => {
  if (result.ok) show(result.value)
  riskLoad.value = result.ok ? { status: 'ready' } : { status: 'failed', failure: result.failure }
}

/** What the open view shows, anew. An answer to what is no longer asked is nothing to show. */
export const loadRisk = async () => {
  const asked = riskAddress.value
  const isAsked = () => asked === riskAddress.value
  const { view, kind } = asked
  if (view === 'shipments') {
    const [list, reliability] = await Promise.all([
      authorised<{ items: ListedRisk[] }>(`/v1/risk${queryString({ kind, limit: mostShown })}`),
      authorised<RiskReliability>('/v1/risk/reliability'),
    ])
    if (!isAsked()) return
    heard(list, ({ items }) => {
      risks.value = items
    })
    if (reliability.ok) riskReliability.value = reliability.value
  } else if (view === 'warnings') {
    const [rules, books] = await Promise.all([
      authorised<{ items: KeptWarningRule[] }>('/v1/warning-rules'),
      authorised<{ items: Playbook[] }>('/v1/playbooks'),
    ])
    if (!isAsked()) return
    heard(rules, ({ items }) => {
      warningRules.value = items
    })
    heard(books, ({ items }) => {
      playbooks.value = items
    })
  } else if (view === 'events') {
    const [events, indices] = await Promise.all([
      authorised<CountryEventPage>('/v1/country-events?limit=500'),
      authorised<{ items: CountryIndex[] }>('/v1/country-indices'),
    ])
    if (!isAsked()) return
    heard(events, ({ items }) => {
      countryEvents.value = items
    })
    heard(indices, ({ items }) => {
      countryIndices.value = items
    })
  } else {
    const groups = await authorised<{ items: RiskGroupItem[] }>(`/v1/risk/groups${queryString({ by: view })}`)
    if (isAsked())
      heard(groups, ({ items }) => {
        riskGroups.value = items
      })
  }
}

const everyMs = 10_000

/** Keeps the screen true while it is open. Returns how to stop. */
export const followRisk = () => {
  let shown: string | undefined
  const stopFollowing = effect(() => {
    const { view } = riskAddress.value
    if (view !== shown) {
      riskLoad.value = { status: 'loading' }
      riskGroups.value = []
    }
    shown = view
    void loadRisk()
  })
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') void loadRisk()
  }, everyMs)
  return () => {
    stopFollowing()
    clearInterval(timer)
  }
}

export const readShipmentRisk = (id: string) => authorised<ShipmentRisk>(`/v1/shipments/${encodeURIComponent(id)}/risk`)

export const reportShipment = (id: string, report: NewShipmentReport) =>
  authorised<ShipmentReport>(`/v1/shipments/${encodeURIComponent(id)}/reports`, { method: 'POST', body: report })

export const settleReport = (id: string, reportId: string) =>
  authorised<ShipmentReport>(`/v1/shipments/${encodeURIComponent(id)}/reports/${reportId}/settle`, { method: 'POST' })

export const tellCountryEvent = async (event: NewCountryEvent) => {
  const result = await authorised<CountryEvent>('/v1/country-events', { method: 'POST', body: event })
  if (result.ok) await loadRisk()
  return result
}

export const changeCountryEvent = async (id: string, change: CountryEventChange) => {
  const result = await authorised<CountryEvent>(`/v1/country-events/${id}`, { method: 'PATCH', body: change })
  await loadRisk()
  return result
}

const then = async <Value>(asked: Promise<Result<Value>>) => {
  const result = await asked
  await loadRisk()
  return result
}

export const importCountryEvents = (csv: string) =>
  then(authorised<ImportedEvents>('/v1/country-events/import', { method: 'POST', body: csv, type: 'text/csv' }))
export const importCountryIndex = (edition: Record<'name' | 'source' | 'of' | 'best' | 'worst', string>, csv: string) =>
  then(authorised<ImportedIndices>(`/v1/country-indices${queryString(edition)}`, { method: 'PUT', body: csv, type: 'text/csv' }))
export const addRule = (rule: NewWarningRule) => then(authorised<KeptWarningRule>('/v1/warning-rules', { method: 'POST', body: rule }))
export const changeRule = (id: string, rule: NewWarningRule & { version: number }) =>
  then(authorised<KeptWarningRule>(`/v1/warning-rules/${id}`, { method: 'PUT', body: rule }))
export const previewRule = (kind: NewWarningRule['kind'], openAt: number) =>
  authorised<WarningPreview>(`/v1/warning-rules/preview${queryString({ kind: kind ?? undefined, openAt })}`)
export const removeRule = (id: string) => then(authorised<undefined>(`/v1/warning-rules/${id}`, { method: 'DELETE' }))
export const addPlaybook = (book: NewPlaybook) => then(authorised<Playbook>('/v1/playbooks', { method: 'POST', body: book }))
export const changePlaybook = (id: string, book: NewPlaybook & { version: number }) =>
  then(authorised<Playbook>(`/v1/playbooks/${id}`, { method: 'PUT', body: book }))
export const removePlaybook = (id: string) => then(authorised<undefined>(`/v1/playbooks/${id}`, { method: 'DELETE' }))
