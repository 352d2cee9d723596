import type { NewGeofence } from '@lading/shared/contract/geofence'
import type { NewHazard } from '@lading/shared/contract/hazard'
import type { Api } from '../platform/api.ts'

/** Where the largest port of Europe begins: goods that are still there after four days have been forgotten. */
const maasvlakte: NewGeofence = {
  name: 'Rotterdam, Maasvlakte',
  colour: 'blue',
  area: { shape: 'circle', centre: [4.05, 51.95], radiusM: 14_000 },
  alerts: { dwellHours: 96 },
}

/** The way of ships through the Strait of Dover. */
const dover: NewGeofence = {
  name: 'Strait of Dover',
  colour: 'green',
  area: {
    shape: 'corridor',
    line: [
      [-1.5, 50.2],
      [0.5, 50.5],
      [1.5, 51.05],
      [2.3, 51.55],
    ],
    widthM: 45_000,
  },
  modes: ['sea'],
}

/** Lasts for five days from now, so that ships that come by are warned and those that come later are not. */
const biscay = (nowMs: number): NewHazard => ({
  kind: 'storm',
  severity: 'warning',
  title: 'Storm in the Bay of Biscay',
  area: {
    shape: 'polygon',
    ring: [
      [-10.5, 44.3],
      [-5, 44],
      [-2.2, 45.4],
      [-4.2, 47.6],
      [-9, 48.4],
      [-11.5, 46.4],
      [-10.5, 44.3],
    ],
  },
  validUntil: new Date(nowMs + 5 * 86_400_000).toISOString(),
  source: 'Demonstration',
  note: 'Waves of 7 to 9 m. Made up, as everything here.',
})

/** Two geofences and a hazard, so that the map of a demonstration shows what they are for. */
export const drawAreas = async (api: Pick<Api, 'drawGeofence' | 'tellHazard'>, nowMs: number) => {
  for (const fence of [maasvlakte, dover]) await api.drawGeofence(fence)
  await api.tellHazard(biscay(nowMs))
}
