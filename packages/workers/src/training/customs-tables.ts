import type { IsOpen } from '@lading/models/customs/clearance/open-hours'
import type { PublishedFigures } from '@lading/models/customs/clearance/published-figures'
import { listFigures } from '@lading/store/postgres/customs-figures/list'
import { listOffices } from '@lading/store/postgres/customs-office/list'
import type { Db } from '@lading/store/postgres/open'
import { officeCalendar } from '../models/customs/office-calendar.ts'
import { publicHolidays } from './public-holidays.ts'

/** What people told of customs, ready to be asked: what is published of countries, and when offices work. */
export type CustomsTables = {
  figures: (country: string) => PublishedFigures[]
  /**
   * Nothing for an office whose hours nobody told: then the clock counts. What is published and what was learnt there are hours of the
   * clock, and have nights and weekends in them already.
   */
  isOpen: (office: string | undefined) => IsOpen | undefined
  /** Of what was read, to tell whether it is still the same. */
  text: string
}

/** Reads them, or answers `before` where nothing has changed, so that what was counted for its offices is not counted again. */
export const loadCustomsTables = async (db: Db, before?: CustomsTables): Promise<CustomsTables> => {
  const [listed, offices] = await Promise.all([listFigures(db), listOffices(db)])
  const text = JSON.stringify([listed, offices])
  if (text === before?.text) return before
  const figures = Map.groupBy(
    listed.map(({ country, year, borderHours, documentHours, customsScore }) => ({
      country,
      year,
      ...(borderHours !== null && { borderHours }),
      ...(documentHours !== null && { documentHours }),
      ...(customsScore !== null && { customsScore }),
    })),
    ({ country }) => country,
  )
  const calendars = new Map<string, IsOpen>()
  for (const { code, country, closedOnHolidays, ...office } of offices)
    calendars.set(code, officeCalendar(office, closedOnHolidays ? await publicHolidays(country) : () => false))
  return { figures: (country) => figures.get(country) ?? [], isOpen: (office) => (office ? calendars.get(office) : undefined), text }
}
