/** The states a consumer knows from tracking pages; staff see the same words. */
export const shipmentStates = [
  'pending',
  'info-received',
  'in-transit',
  'out-for-delivery',
  'attempt-failed',
  'available-for-pickup',
  'delivered',
  'exception',
  'expired',
] as const
export type ShipmentState = (typeof shipmentStates)[number]

/** What people say of a shipment that no position can show; it stands until they say otherwise or the goods arrive. */
export const saidStates = ['attempt-failed', 'available-for-pickup', 'exception'] as const
export type SaidState = (typeof saidStates)[number]

/** States after which nothing more is expected to happen. */
export const isFinished = (state: ShipmentState) => state === 'delivered' || state === 'expired'
