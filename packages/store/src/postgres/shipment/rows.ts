import type { ShipmentItem, ShipmentParty } from '@lading/shared/contract/shipment'

export const partyRows = (shipmentId: string, parties: ShipmentParty[]) =>
  parties.map(({ role, name, country }) => ({ shipmentId, role, name, country }))

export const itemRows = (shipmentId: string, items: ShipmentItem[]) =>
  items.map(({ product, description, hsCode, quantity, value, origin, weightKg }) => ({
    shipmentId,
    product,
    description,
    hsCode,
    quantity,
    valueMinorUnits: value.minorUnits,
    currency: value.currency,
    origin,
    weightKg,
  }))
