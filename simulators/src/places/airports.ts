import type { Location } from '@lading/shared/contract/location'

const airport = (code: string, name: string, zone: string, lon: number, lat: number): Location => {
  return { code, name, kind: 'airport', country: code.slice(0, 2), lat, lon, zone, geofenceRadiusKm: 8 }
}

/** Cargo airports by UN/LOCODE; reference points as published by the airports (OurAirports), rounded to 0.01°. */
export const airports = {
  BELGG: airport('BELGG', 'Liège Airport', 'Europe/Brussels', 5.44, 50.64),
  BRGRU: airport('BRGRU', 'São Paulo/Guarulhos Airport', 'America/Sao_Paulo', -46.47, -23.43),
  CNCGO: airport('CNCGO', 'Zhengzhou Xinzheng Airport', 'Asia/Shanghai', 113.84, 34.52),
  CNPVG: airport('CNPVG', 'Shanghai Pudong Airport', 'Asia/Shanghai', 121.81, 31.14),
  DEFRA: airport('DEFRA', 'Frankfurt Airport', 'Europe/Berlin', 8.57, 50.03),
  GBLHR: airport('GBLHR', 'London Heathrow Airport', 'Europe/London', -0.45, 51.47),
  HKHKG: airport('HKHKG', 'Hong Kong Airport', 'Asia/Hong_Kong', 113.92, 22.31),
  INBLR: airport('INBLR', 'Kempegowda Airport Bengaluru', 'Asia/Kolkata', 77.71, 13.2),
  JPNRT: airport('JPNRT', 'Narita Airport', 'Asia/Tokyo', 140.39, 35.76),
  KENBO: airport('KENBO', 'Nairobi Jomo Kenyatta Airport', 'Africa/Nairobi', 36.93, -1.32),
  NLSPL: airport('NLSPL', 'Amsterdam Schiphol Airport', 'Europe/Amsterdam', 4.76, 52.31),
  USORD: airport('USORD', "Chicago O'Hare Airport", 'America/Chicago', -87.9, 41.98),
} as const satisfies Record<string, Location>
