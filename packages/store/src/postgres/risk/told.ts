import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** So long before the arrival somebody could still have done something. */
export const aheadHours = 24
const most = 5_000

/**
 * What was told of risk a day before goods arrived, or first where that was less, and whether they came after what was promised: one of
 * each shipment, as those of one shipment are not independent. The last ones that arrived.
 */
export const toldRisks = async (db: Db): Promise<{ probability: number; base: number; broken: boolean }[]> => {
  const rows = await db.execute<{ probability: number; base: number; broken: boolean }>(sql`
    select told.probability, told.base, s.arrived > s.promised_at as broken
    from (
      select s.id, s.promised_at, (select actual_arrival from leg where shipment_id = s.id order by sequence desc limit 1) as arrived
      from shipment s where s.promised_at is not null and s.state = 'delivered'
    ) s
    cross join lateral (
      select probability, base from risk_history h
      where h.shipment_id = s.id and probability is not null and base is not null and h.at < s.arrived
      order by (h.at <= s.arrived - make_interval(hours => ${aheadHours})) desc,
        case when h.at <= s.arrived - make_interval(hours => ${aheadHours}) then h.at end desc, h.at
      limit 1
    ) told
    where s.arrived is not null order by s.arrived desc limit ${most}`)
  return [...rows]
}
