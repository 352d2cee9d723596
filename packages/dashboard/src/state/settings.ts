import type { DashboardSettings } from '@lading/shared/contract/clock'
import { signal } from '@preact/signals'

/** The tile server, where one is configured; the map's own land otherwise. */
export const tiles = signal<DashboardSettings['tiles']>(null)
