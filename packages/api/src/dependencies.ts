import type { Clock } from '@lading/shared/clock'
import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Database } from '@lading/store/postgres/open'
import type { Queue } from '@lading/store/queue/open'
import type { TelemetryStore } from '@lading/store/telemetry/telemetry-store'
import type { BrokerAccounts } from './broker/accounts.ts'
import type { Fleet } from './fleet/fleet.ts'
import type { Told } from './landed-cost/told.ts'
import type { Bus } from './live/bus.ts'
import type { LiveFeed } from './live/feed.ts'
import type { ApiMetrics } from './metrics.ts'
import type { PaymentSettings, Payments } from './payments/from-settings.ts'
import type { KnownLinks } from './tracking-page/known-links.ts'

/** What the api works with. Whoever opened these closes them, after the app. */
export type Connections = {
  database: Database
  telemetry: TelemetryStore
  queue: Pick<Queue, 'request' | 'counts'>
  bus: Bus
  brokerAccounts: BrokerAccounts
}

export type Settings = {
  /** Without a slash at the end; tracking links start with it. */
  publicUrl: string
  trustProxy: boolean
  tiles: DashboardSettings['tiles']
  broker: DashboardSettings['broker']
  /** How many seconds of platform time pass in one second. */
  clockSpeed: number
  /** With which contacts of consignees are kept; without one, none are. */
  dataKey?: string | undefined
  /** By which browsers know whose notes they get; without one, none are offered. */
  pushKey?: string | undefined
  /** Whether mails are sent to recipients. */
  mails?: boolean
  /** By whom duties are paid; by nobody where it is left out. */
  payments?: PaymentSettings | undefined
  /** In which open orders in other currencies are reckoned, and from which share on it is warned that one got dearer. */
  ownCurrency: string
  currencyThreshold: number
  /** With which a broker asks who may connect; without one, no broker is told. */
  brokerSecret?: string | undefined
  /** With which the platform's own processes sign in at the broker. */
  platformPassword?: string | undefined
  /** Where the dashboard was built to. */
  dashboardDirectory: string
}

export type Dependencies = Connections & {
  clock: Clock
  settings: Settings
  metrics: ApiMetrics
  fleet: Fleet
  live: LiveFeed
  links: KnownLinks
  payments: Payments
  /** Rules and rates, kept in memory. */
  told: Told
}
