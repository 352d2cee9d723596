import type { KeptWarningRule, Playbook } from '@lading/shared/contract/playbook'
import type { CountryEvent, CountryIndex, ListedRisk, RiskGroupItem, RiskReliability } from '@lading/shared/contract/risk'
import { signal } from '@preact/signals'
import type { Load } from './server/load.ts'

/** What the screen shows; kept while it is asked for anew. */
export const risks = signal<ListedRisk[]>([])
export const riskGroups = signal<RiskGroupItem[]>([])
export const countryEvents = signal<CountryEvent[]>([])
export const countryIndices = signal<CountryIndex[]>([])
export const riskReliability = signal<RiskReliability | undefined>(undefined)
export const riskLoad = signal<Load>({ status: 'loading' })
export const warningRules = signal<KeptWarningRule[]>([])
export const playbooks = signal<Playbook[]>([])
