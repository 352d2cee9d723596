import type { OfficeHours } from '@lading/shared/contract/customs'
import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { customsOffice } from '../schema/customs.ts'
import { location } from '../schema/location.ts'

/** An office with what its calendar needs: the zone its hours are in, and whose holidays it keeps. */
export type KnownOffice = { code: string; hours: OfficeHours; closedOnHolidays: boolean; zone: string; country: string }

/** Every office whose hours are known, in the order of its code. */
export const listOffices = (db: Db): Promise<KnownOffice[]> =>
  db
    .select({
      code: customsOffice.code,
      hours: customsOffice.hours,
      closedOnHolidays: customsOffice.closedOnHolidays,
      zone: location.zone,
      country: location.country,
    })
    .from(customsOffice)
    .innerJoin(location, eq(location.code, customsOffice.code))
    .orderBy(asc(customsOffice.code))
