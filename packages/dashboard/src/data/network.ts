import type { AlternativesAnswer, RoutesAnswer, RoutesQuery } from '@lading/shared/contract/network'
import { authorised } from './authorised.ts'
import { queryString } from './request.ts'

/** The best ways from one place to another. */
export const findRoutes = (body: RoutesQuery, signal?: AbortSignal) =>
  authorised<RoutesAnswer>('/v1/network/routes', { method: 'POST', body, ...(signal && { signal }) })

/** The other ways that a shipment could still go, beside its present one. */
export const loadAlternatives = (shipmentId: string, weightKg: number, signal?: AbortSignal) =>
  authorised<AlternativesAnswer>(`/v1/shipments/${encodeURIComponent(shipmentId)}/alternatives${queryString({ weightKg })}`, {
    ...(signal && { signal }),
  })
