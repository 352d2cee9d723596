import type { ShipmentSummary } from '@lading/shared/contract/shipment'

/** A shipment under way; tests say what matters to them. */
export const summary = (change: Partial<ShipmentSummary> = {}): ShipmentSummary => ({
  id: '00000000-0000-4000-8000-000000000001',
  trackingNumber: 'LD0001',
  reference: null,
  state: 'in-transit',
  mode: 'sea',
  carrier: 'Pacific Bridge',
  origin: { code: 'JPTYO', name: 'Tokyo', country: 'JP' },
  destination: { code: 'USLAX', name: 'Los Angeles', country: 'US' },
  promisedAt: null,
  position: null,
  progress: 0.5,
  eta: null,
  openAlerts: 0,
  worstSeverity: null,
  updatedAt: '2026-08-01T12:00:00.000Z',
  ...change,
})

export const eta = (p10: string, p50: string, p90: string) => ({ p10, p50, p90, computedAt: '2026-08-01T12:00:00.000Z' })
