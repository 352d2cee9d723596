import type { CustomsOffice } from '@lading/shared/contract/customs'
import { signal } from '@preact/signals'

/** Offices whose hours are known. */
export const customsOffices = signal<CustomsOffice[]>([])
