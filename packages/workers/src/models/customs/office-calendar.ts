import type { IsOpen } from '@lading/models/customs/clearance/open-hours'
import type { OfficeHours } from '@lading/shared/contract/customs'

type Office = { hours: OfficeHours; zone: string }

/** Whether an office works at an instant: its hours in the time of its place, and not on days that are holidays there (`2026-12-25`). */
export const officeCalendar = ({ hours, zone }: Office, isHoliday: (day: string) => boolean): IsOpen => {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  })
  return (atMs) => {
    // `Fri, 25/12/2026, 08:15`
    const [name = '', date = '', time = ''] = format.format(atMs).split(', ')
    const spans = hours[name.toLowerCase() as keyof OfficeHours]
    if (!spans?.some(([from, until]) => time >= from && time < until)) return false
    return !isHoliday(date.split('/').reverse().join('-'))
  }
}
