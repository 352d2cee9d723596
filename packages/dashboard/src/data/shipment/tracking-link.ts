import type { TrackingLink } from '@lading/shared/contract/tracking-link'
import { authorised } from '../server/authorised.ts'

export const createTrackingLink = (shipmentId: string) =>
  authorised<TrackingLink>(`/v1/shipments/${encodeURIComponent(shipmentId)}/tracking-links`, { method: 'POST', body: {} })
