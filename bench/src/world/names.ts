import { createHash } from 'node:crypto'

/** How the shipments of a measurement are called, by number from 0. */
export const shipmentId = (number: number) => {
  const hex = createHash('md5').update(`shipment-${number}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
export const trackingNumberOf = (number: number) => `LB${String(number).padStart(9, '0')}NL`
export const referenceOf = (number: number) => `PO-${(number * 7919) % 1_000_000}-${number % 97}`
export const deviceOf = (number: number) => `tracker-${String(number).padStart(7, '0')}`

const firstNames = ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Fatou', 'Giulia', 'Henk', 'Ines', 'Jonas', 'Keiko', 'Liam', 'Mei', 'Noor']
const lastNames = [
  'Akkerman',
  'Bianchi',
  'Castro',
  'Dubois',
  'Eriksen',
  'Ferreira',
  'Gupta',
  'Huang',
  'Ivanova',
  'Jansen',
  'Kowalski',
  'Lang',
]
export const consigneeOf = (number: number) =>
  `${firstNames[number % firstNames.length]} ${lastNames[(number * 31) % lastNames.length]} ${((number * 127) % 9000) + 1000}`

/** As random as a link's token has to be, and the same each time. */
export const trackingToken = (number: number) => createHash('md5').update(`token-${number}`).digest('base64url')
