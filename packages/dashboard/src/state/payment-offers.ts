import type { PaymentOffer } from '@lading/shared/contract/payment'
import { signal } from '@preact/signals'

/** What payment providers ask for; nothing until it is heard of. */
export const paymentOffers = signal<PaymentOffer[] | undefined>(undefined)
