import type { ListedRisk, RiskGroupItem } from '@lading/shared/contract/risk'
import { type RiskGroup, type RiskKind, riskKinds } from '@lading/shared/domain/risk'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../open.ts'
import { location } from '../schema/location.ts'
import { shipmentRisk } from '../schema/risk.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'

const [origin, destination] = [alias(location, 'origin'), alias(location, 'destination')]

type Asked = { limit: number; kind?: RiskKind; origin?: string; destination?: string }

/** Shipments under way, the most endangered first: together, or by one kind. */
export const listRisks = async (db: Db, { limit, kind, origin: from, destination: to }: Asked): Promise<ListedRisk[]> => {
  const score = kind && sql`(${shipmentRisk.scores} ->> ${kind})::float8`
  const rows = await db
    .select()
    .from(shipmentRisk)
    .innerJoin(shipment, eq(shipment.id, shipmentRisk.shipmentId))
    .innerJoin(origin, eq(origin.code, shipment.originCode))
    .innerJoin(destination, eq(destination.code, shipment.destinationCode))
    .where(
      and(
        notFinished(),
        score && sql`${score} > 0`,
        from === undefined ? undefined : eq(shipment.originCode, from),
        to === undefined ? undefined : eq(shipment.destinationCode, to),
      ),
    )
    .orderBy(score ? desc(score) : desc(shipmentRisk.rank), asc(shipment.id))
    .limit(limit)
  return rows.map(({ shipment_risk: risk, shipment: its, origin, destination }) => ({
    ...{ shipmentId: its.id, trackingNumber: its.trackingNumber, origin: placeOf(origin), destination: placeOf(destination) },
    ...{ promisedAt: its.promisedAt?.toISOString() ?? null, computedAt: risk.computedAt.toISOString() },
    ...{ base: risk.base, probability: risk.probability, scores: risk.scores, top: risk.evidence[0] ?? null },
  }))
}

const placeOf = ({ code, name, country }: typeof location.$inferSelect) => ({ code, name, country })

const groupsMost = 200

const sources: Record<RiskGroup, SQL> = {
  // A doorstep is named by its country, as many recipients are of one lane.
  lane: sql`select r.*,
      case o.kind when 'address' then o.country else o.code end || ' > ' || case d.kind when 'address' then d.country else d.code end as key,
      case o.kind when 'address' then o.country else o.name end || ' → ' || case d.kind when 'address' then d.country else d.name end as name
    from shipment_risk r join shipment s on s.id = r.shipment_id
    join location o on o.code = s.origin_code join location d on d.code = s.destination_code`,
  warehouse: sql`select distinct on (r.shipment_id, l.code) r.*, l.code as key, l.name as name
    from shipment_risk r join leg on leg.shipment_id = r.shipment_id and leg.actual_arrival is null
    join location l on l.code = leg.destination_code and l.kind = 'warehouse'`,
  // Recipients are people more often than not, and no party to what goes wrong.
  party: sql`select r.*, p.role || '/' || p.name as key, p.name as name
    from shipment_risk r join (
      select distinct shipment_id, role::text as role, name from shipment_party where role not in ('consignee', 'buyer')
      union select distinct shipment_id, 'carrier', carrier from leg where actual_arrival is null
    ) p on p.shipment_id = r.shipment_id`,
}

/** Risk of shipments under way put together, the group with most promises at stake first. */
export const groupRisks = async (db: Db, by: RiskGroup): Promise<RiskGroupItem[]> => {
  const means = sql.join(
    riskKinds.map((kind) => sql`${sql.raw(`'${kind}'`)}, avg((scores ->> ${sql.raw(`'${kind}'`)})::float8)`),
    sql`, `,
  )
  const rows = await db.execute<RiskGroupItem>(sql`
    select key, min(name) as name, count(*)::int as shipments, coalesce(sum(probability), 0)::float8 as "expectedBroken",
      count(probability)::int as promised, max(rank)::float8 as worst, jsonb_build_object(${means}) as scores
    from (${sources[by]}) as its
    group by key order by "expectedBroken" desc, worst desc, key limit ${groupsMost}`)
  return [...rows]
}
