import { exposureOf } from '@lading/models/currency/exposure'
import { comesBackDearer, isNear, stayingBeyond } from '@lading/models/currency/stays-beyond'
import type { ExposureList } from '@lading/shared/contract/exchange-rate'
import { dayOf } from '@lading/shared/money/rate-age'
import type { Rates } from '@lading/shared/money/rates'
import { currencySnoozes } from '@lading/store/postgres/currency-snooze/keep'
import { DomainError } from '@lading/store/postgres/domain-error'
import { ratesOnDays } from '@lading/store/postgres/exchange-rate/rates-on'
import { unfinishedByCurrency } from '@lading/store/postgres/playbook/run'
import { openAmounts } from '@lading/store/postgres/purchase-order/open-amounts'
import type { Dependencies } from '../dependencies.ts'

/** What is open in other currencies, what of it is warned of, what somebody set aside, and what is being done about it. */
export const createExposure =
  ({ database: { db }, settings, clock }: Pick<Dependencies, 'database' | 'settings' | 'clock'>) =>
  async (): Promise<ExposureList> => {
    const now = clock.now()
    const orders = (await openAmounts(db)).map(({ orderedAt, currency, minorUnits, ...order }) => ({
      ...order,
      open: { minorUnits, currency },
      orderedOn: dayOf(orderedAt),
    }))
    const rates = await ratesOnDays(db, [dayOf(now), ...orders.map(({ orderedOn }) => orderedOn)])
    const { ownCurrency: own, currencyThreshold: threshold } = settings
    const known = { own, threshold, on: (day: string) => rates.get(day) }
    const items = exposureOf(orders, { ...known, now: rates.get(dayOf(now)) as Rates })
    // What was before decides of few of them, and on few days.
    const days = items.some((item) => isNear(item, threshold)) ? [...(await ratesOnDays(db, daysBefore(now)))] : []
    const [snoozes, unfinished] = await Promise.all([currencySnoozes(db, now), unfinishedByCurrency(db)])
    const told = stayingBeyond(items, orders, { ...known, days }).map((item) => {
      const aside = snoozes.get(item.currency)
      const isAside = aside && !comesBackDearer(aside.change, item.change, threshold)
      return {
        ...item,
        snoozedUntil: isAside ? aside.until.toISOString() : null,
        unfinishedPlaybooks: unfinished.get(item.currency) ?? 0,
      }
    })
    const open = new Set(items.map(({ currency }) => currency))
    const left = [...unfinished.keys()].filter((currency) => !open.has(currency)).sort()
    return { own, threshold, at: now.toISOString(), items: told, left }
  }

/** How far back it is looked whether a currency was warned of; one that has been near the threshold for longer is not news. */
const lookBackDays = 30
const daysBefore = (now: Date) =>
  Array.from({ length: lookBackDays }, (_, at) => dayOf(new Date(now.getTime() - (lookBackDays - at) * 86_400_000)))

/** By how much a currency that is warned of got dearer; says what `cannot be done` where it is not. */
export const changeOfWarned = ({ items }: ExposureList, currency: string, cannot: string): number => {
  const change = items.find((item) => item.currency === currency && item.isBeyond)?.change
  if (typeof change !== 'number') throw new DomainError('not-valid', cannot, [{ path: '/params/currency', message: 'is not warned of' }])
  return change
}
