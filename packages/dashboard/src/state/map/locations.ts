import type { Location } from '@lading/shared/contract/location'
import { signal } from '@preact/signals'

/** Every place the platform knows: ports, airports, warehouses, border crossings, and the addresses of consignees. */
export const locations = signal<Location[]>([])
