import { isFinished, shipmentStates } from '@lading/shared/domain/shipment-state'
import { inArray } from 'drizzle-orm'
import { shipment } from '../schema/shipment.ts'

const states = shipmentStates.filter((state) => !isFinished(state))

/** Shipments with which something may still happen. */
export const notFinished = () => inArray(shipment.state, states)
