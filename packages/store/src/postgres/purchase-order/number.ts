import { newTrackingNumber } from '../shipment/number.ts'

/** As hard to guess as a tracking number, and told from one by its beginning. */
export const newOrderNumber = () => `PO-${newTrackingNumber().slice(2)}`
