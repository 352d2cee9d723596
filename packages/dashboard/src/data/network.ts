import type { AlternativesAnswer, FacilitiesAnswer, FacilitiesQuery, RoutesAnswer, RoutesQuery } from '@lading/shared/contract/network'
import type { Warehouse } from '@lading/shared/contract/product'
import { authorised } from './server/authorised.ts'
import { queryString } from './server/request.ts'

/** The best ways from one place to another. */
export const findRoutes = (body: RoutesQuery, signal?: AbortSignal) =>
  authorised<RoutesAnswer>('/v1/network/routes', { method: 'POST', body, ...(signal && { signal }) })

/** The other ways that a shipment could still go, beside its present one. */
export const loadAlternatives = (shipmentId: string, weightKg: number, signal?: AbortSignal) =>
  authorised<AlternativesAnswer>(`/v1/shipments/${encodeURIComponent(shipmentId)}/alternatives${queryString({ weightKg })}`, {
    ...(signal && { signal }),
  })

/** Which of these sites would cost least a year. */
export const placeStock = (body: FacilitiesQuery, signal?: AbortSignal) =>
  authorised<FacilitiesAnswer>('/v1/network/facilities', { method: 'POST', body, ...(signal && { signal }) })

/** Places where stock is kept today. */
export const loadWarehouses = () => authorised<Warehouse[]>('/v1/warehouses')
