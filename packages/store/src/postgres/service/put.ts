import type { NewService } from '@lading/shared/contract/network'
import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { inArray } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { location } from '../schema/location.ts'
import { service } from '../schema/service.ts'

export type CodedService = NewService & { code: string }

/** Adds services, or changes those that are known by their codes; all of them or none. `pathOf` says where a field of one stands in what was sent. */
export const putServices = (db: Db, wanted: CodedService[], now: Date, pathOf: (index: number, field: string) => string) =>
  db.transaction(async (tx) => {
    await checkPlaces(tx, wanted, pathOf)
    for (const each of wanted) {
      const { code, ...set } = toRow(each, now)
      await tx
        .insert(service)
        .values({ code, ...set })
        .onConflictDoUpdate({ target: service.code, set })
    }
  })

const checkPlaces = async (tx: Transaction, wanted: CodedService[], pathOf: (index: number, field: string) => string) => {
  const codes = [...new Set(wanted.flatMap(({ origin, destination }) => [origin, destination]))]
  if (codes.length === 0) return
  const rows = await tx.select({ code: location.code }).from(location).where(inArray(location.code, codes))
  const known = new Set(rows.map(({ code }) => code))
  const issues = wanted.flatMap(({ origin, destination }, index): Issue[] =>
    Object.entries({ origin, destination }).flatMap(([field, code]) =>
      known.has(code) ? [] : [issueAt(pathOf(index, field), 'location-unknown', { value: code })],
    ),
  )
  if (issues.length > 0) throw new DomainError('not-valid', 'The services are not valid.', issues.slice(0, 100))
}

const toRow = ({ code, mode, carrier, origin, destination, departures, transitHours, price, co2e, ...rest }: CodedService, now: Date) => ({
  ...{ code, mode, carrier: carrier.trim(), originCode: origin, destinationCode: destination, departures: departures ?? null },
  ...{ hoursP10: transitHours.p10 ?? null, hoursP50: transitHours.p50, hoursP90: transitHours.p90 ?? null },
  currency: price?.currency ?? null,
  perShipmentMinorUnits: price?.perShipment ?? null,
  perTonneMinorUnits: price?.perTonne ?? null,
  perCubicMetreMinorUnits: price?.perCubicMetre ?? null,
  co2eGramsPerTonneKm: co2e?.gramsPerTonneKm ?? null,
  co2eSource: co2e?.source ?? null,
  distanceKm: rest.distanceKm ?? null,
  capacityKg: rest.capacity?.weightKg ?? null,
  capacityM3: rest.capacity?.volumeM3 ?? null,
  validFrom: rest.validFrom ? new Date(rest.validFrom) : null,
  validUntil: rest.validUntil ? new Date(rest.validUntil) : null,
  source: rest.source ?? null,
  updatedAt: now,
})
