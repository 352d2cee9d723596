/** The part a party plays in one shipment. */
export const partyRoles = ['consignor', 'consignee', 'carrier', 'forwarder', 'broker', 'warehouse', 'marketplace', 'buyer'] as const
export type PartyRole = (typeof partyRoles)[number]
