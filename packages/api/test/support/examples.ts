import type { Location } from '@lading/shared/contract/location'
import type { NewShipment } from '@lading/shared/contract/shipment'

const place = (code: string, name: string, kind: Location['kind'], country: string, lat: number, lon: number, zone: string): Location => ({
  code,
  name,
  kind,
  country,
  lat,
  lon,
  zone,
  geofenceRadiusKm: kind === 'port' ? 15 : 2,
})

export const shenzhen = place('CNSZX', 'Shenzhen', 'port', 'CN', 22.5, 113.9, 'Asia/Shanghai')
export const rotterdam = place('NLRTM', 'Rotterdam', 'port', 'NL', 51.95, 4.14, 'Europe/Amsterdam')
export const doorstep = place('ADDR-00000001', 'Kerkstraat 12, Utrecht', 'address', 'NL', 52.0907, 5.1214, 'Europe/Amsterdam')
export const places = [shenzhen, rotterdam, doorstep]

export const newShipment = (change: Partial<NewShipment> = {}): NewShipment => ({
  incoterm: 'DAP',
  incotermPlace: 'Utrecht',
  promisedAt: '2026-03-30T16:00:00.000Z',
  parties: [
    { role: 'consignor', name: 'Shenzhen Bright Lamps Ltd', country: 'CN' },
    { role: 'consignee', name: 'Willemijn de Vries', country: 'NL' },
  ],
  items: [{ description: 'Desk lamp', hsCode: '940521', quantity: 2, value: { minorUnits: 4_990, currency: 'EUR' } }],
  legs: [
    {
      mode: 'sea',
      carrier: 'Blue Anchor Line',
      vessel: 'MV Example',
      origin: 'CNSZX',
      destination: 'NLRTM',
      plannedDeparture: '2026-02-20T08:00:00.000Z',
      plannedArrival: '2026-03-28T06:00:00.000Z',
      route: [
        [113.9, 22.5],
        [56, 12],
        [4.14, 51.95],
      ],
    },
    {
      mode: 'parcel',
      carrier: 'Fietskoerier',
      origin: 'NLRTM',
      destination: 'ADDR-00000001',
      plannedDeparture: '2026-03-30T07:00:00.000Z',
      plannedArrival: '2026-03-30T15:00:00.000Z',
      route: [
        [4.14, 51.95],
        [5.1214, 52.0907],
      ],
    },
  ],
  ...change,
})
