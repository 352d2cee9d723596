import { expectedArrival } from '@lading/models/stock/lead-time/expected-arrival'
import { transferTime } from '@lading/models/stock/lead-time/transfer-time'
import type { ArrivalReason } from '@lading/shared/contract/purchase-order'
import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import type { Db } from '@lading/store/postgres/open'
import type { KeptTransfer } from '@lading/store/postgres/stock-transfer/list'
import { pastTransferDays } from '@lading/store/postgres/stock-transfer/past-days'

/** Transfers with when they arrive, as long as they have not. */
export const transferArrivals = async (db: Db, transfers: KeptTransfer[], now: Date): Promise<StockTransfer[]> => {
  const isOpen = ({ state }: KeptTransfer) => state === 'planned' || state === 'under-way'
  const laneOf = ({ fromWarehouse, toWarehouse }: KeptTransfer) => `${fromWarehouse}\n${toWarehouse}`
  const lanes = new Map(transfers.filter(isOpen).map((transfer) => [laneOf(transfer), transfer]))
  const past = new Map(
    await Promise.all(
      [...lanes].map(
        async ([lane, { fromWarehouse, toWarehouse }]) => [lane, await pastTransferDays(db, fromWarehouse, toWarehouse, now)] as const,
      ),
    ),
  )
  return transfers.map((transfer) => {
    const { days, ...shown } = transfer
    if (!isOpen(transfer)) return { ...shown, arrival: null, why: [] }
    const pastDays = past.get(laneOf(transfer)) ?? []
    const time = transferTime({ agreedDays: days, pastDays })
    const leftAt = transfer.leftAt === null ? null : new Date(transfer.leftAt)
    const { p10, p50, p90 } = expectedArrival(time, { orderedAt: leftAt, promisedAt: null }, now)
    const why: ArrivalReason[] = [
      pastDays.length > 0
        ? { code: 'past-transfers', values: { count: pastDays.length, meanDays: time.meanDays, agreedDays: days } }
        : { code: 'agreed', values: { days } },
    ]
    if (leftAt === null) why.push({ code: 'not-placed', values: {} })
    else if (leftAt.getTime() + time.meanDays * 86_400_000 < now.getTime()) why.push({ code: 'overdue', values: {} })
    return { ...shown, why, arrival: { p10: p10.toISOString(), p50: p50.toISOString(), p90: p90.toISOString() } }
  })
}
