import type { IsOpen } from '@lading/models/customs/clearance/open-hours'
import type { PublishedFigures } from '@lading/models/customs/clearance/published-figures'
import { officeHours } from '@lading/simulators/customs/office'
import { published } from '@lading/simulators/customs/published'
import type { Journey } from '@lading/simulators/journey/journey'
import { officeCalendar } from '@lading/workers/models/customs/office-calendar'

/** Hours are of one year and scores of another. */
const [hoursYear, scoreYear] = [2018, 2023]

/** What anybody can look up of customs: figures that are published of countries, and when the offices that a shipment comes to work. */
export const createCustomsTables = () => {
  const calendars = new Map<string, IsOpen>()
  const figures = new Map(
    Object.entries(published).map(([country, { customsScore, ...hours }]): [string, PublishedFigures[]] => [
      country,
      [
        { country, year: hoursYear, ...hours },
        { country, year: scoreYear, customsScore },
      ],
    ]),
  )
  return {
    figures: (country: string) => figures.get(country) ?? [],
    isOpen: (office: string | undefined) => (office === undefined ? undefined : calendars.get(office)),
    /** A shipment is announced with the office that it will be cleared at. */
    announce: ({ clearance }: Pick<Journey, 'clearance'>) => {
      const office = clearance?.office
      if (!office || calendars.has(office.code)) return
      calendars.set(
        office.code,
        officeCalendar({ hours: officeHours(office), zone: office.zone }, () => false),
      )
    },
  }
}

export type CustomsTables = ReturnType<typeof createCustomsTables>
