import type { DashboardSettings } from '@lading/shared/contract/clock'
import { signal } from '@preact/signals'

/** How devices reach the broker; without a host it is that of the dashboard. */
export const broker = signal<DashboardSettings['broker']>({ host: null, port: 1883, tls: false })

/** The tile server, where one is configured; the map's own land otherwise. */
export const tiles = signal<DashboardSettings['tiles']>(null)
