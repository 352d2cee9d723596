import type { Location } from '@lading/shared/contract/location'
import { officeHours } from '../customs/office.ts'
import { reportIntervalS } from '../device/report-times.ts'
import type { Journey } from '../journey/journey.ts'
import type { Api } from './api.ts'

/** Tells Lading of a journey: first its device, which may report from then on; then its places and the shipment. */
export const createAnnouncer = (api: Api) => {
  const placed = new Map<string, Promise<void>>()
  const place = (location: Location) => {
    const known = placed.get(location.code)
    if (known) return known
    const placing = api.putLocation(location)
    placed.set(location.code, placing)
    return placing
  }
  const opened = new Map<string, Promise<void>>()
  const office = (location: Location) => {
    const known = opened.get(location.code)
    if (known) return known
    const hours = { hours: officeHours(location), closedOnHolidays: false }
    const opening = place(location).then(() => api.putCustomsOffice(location.code, hours))
    opened.set(location.code, opening)
    return opening
  }
  return {
    /** A place where goods are cleared, and when customs works there. */
    office,
    /** Resolves with the device's login at the broker. */
    device: async ({ deviceId: id, scenario }: Journey) => ({
      id,
      secret: await api.enrol({ id, label: `Simulated tracker, ${scenario}`, reportIntervalS }),
    }),
    /** Resolves with the shipment's id, or nothing where its number is taken. */
    shipment: async ({ locations, booking, clearance }: Journey): Promise<string | undefined> => {
      await Promise.all([...locations.map(place), clearance && office(clearance.office)])
      return api.createShipment(booking)
    },
  }
}
