import { createHmac, hkdfSync } from 'node:crypto'

export type Factor = 'email' | 'postcode'

/** The same for every way in which people write the same address or postcode: `1234 ab` is `1234AB`. */
export const normalised: Record<Factor, (text: string) => string> = {
  email: (text) => text.normalize('NFKC').trim().toLowerCase(),
  postcode: (text) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
}

/** HMAC-SHA-256 with a key of its own: postcodes are few, and without the key they cannot be tried. */
export const factorHash = (dataKey: string, shipmentId: string, factor: Factor, text: string) =>
  createHmac('sha256', keyFrom(dataKey))
    .update(`${factor}\n${shipmentId}\n${normalised[factor](text)}`)
    .digest('hex')

// One key for each purpose (RFC 5869).
const keyFrom = (dataKey: string) => Buffer.from(hkdfSync('sha256', dataKey, '', 'lading shipment contact', 32))
