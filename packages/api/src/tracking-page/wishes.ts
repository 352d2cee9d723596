import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'

/** Only where somebody's door is, somebody may not open it. */
export const isBroughtToADoor = ({ legs }: Pick<ShownShipment, 'legs'>) => legs.at(-1)?.destination.kind === 'address'

/** From when on it may be brought, in the time of the door. */
export const whenToBring = ({ legs, eta }: Pick<ShownShipment, 'legs' | 'eta'>) => ({
  earliest: eta?.p10 ?? null,
  zone: legs.at(-1)?.destination.zone ?? 'UTC',
})
