import type { Service } from '@lading/shared/contract/network'
import { asc } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { service } from '../schema/service.ts'

/** Every service that was told, in the order of its code. */
export const listServices = async (db: Db): Promise<Service[]> =>
  (await db.select().from(service).orderBy(asc(service.code))).map((row) => ({
    ...{ code: row.code, mode: row.mode, carrier: row.carrier, origin: row.originCode, destination: row.destinationCode },
    departures: row.departures,
    transitHours: {
      ...(row.hoursP10 !== null && { p10: row.hoursP10 }),
      p50: row.hoursP50,
      ...(row.hoursP90 !== null && { p90: row.hoursP90 }),
    },
    price:
      row.currency === null
        ? null
        : {
            currency: row.currency,
            perShipment: row.perShipmentMinorUnits ?? 0,
            perTonne: row.perTonneMinorUnits ?? 0,
            perCubicMetre: row.perCubicMetreMinorUnits ?? 0,
          },
    co2e: row.co2eGramsPerTonneKm === null ? null : { gramsPerTonneKm: row.co2eGramsPerTonneKm, source: row.co2eSource ?? '' },
    ...{ distanceKm: row.distanceKm, capacity: capacityOf(row), source: row.source },
    validFrom: row.validFrom?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  }))

const capacityOf = ({ capacityKg, capacityM3 }: typeof service.$inferSelect): Service['capacity'] =>
  capacityKg === null && capacityM3 === null
    ? null
    : { ...(capacityKg !== null && { weightKg: capacityKg }), ...(capacityM3 !== null && { volumeM3: capacityM3 }) }
