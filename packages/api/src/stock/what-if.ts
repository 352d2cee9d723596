import { caseOf } from '@lading/models/stock/plan/case-of'
import { dayAfter } from '@lading/models/stock/plan/forecast-demand'
import { asShown, supplyOf } from '@lading/models/stock/plan/plan-records'
import { planStock } from '@lading/models/stock/plan/plan-stock'
import { promotionLift } from '@lading/models/stock/plan/promotion-lift'
import { comingWithin, orderQuantity } from '@lading/models/stock/plan/propose'
import { withPromotion } from '@lading/models/stock/plan/with-promotion'
import type { WhatIf, WhatIfAnswer } from '@lading/shared/contract/stock-plan'
import type { DemandClass } from '@lading/shared/domain/demand'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { KeptForecast } from '@lading/store/postgres/stock-plan/get'
import type { LoadedStock } from '@lading/store/postgres/stock-plan/load'
import { toForecast } from './detail.ts'

/** What the newest forecast and the records say would be if the terms were others, a promotion ran, or something were ordered now. */
export const answerWhatIf = (records: LoadedStock, kept: KeptForecast, asked: WhatIf): WhatIfAnswer => {
  const { terms: agreed, product } = records
  if (!agreed) throw new DomainError('not-forecast', 'Nobody has said yet who supplies this product to this warehouse, and how fast.')
  const { service, serviceLevel, leadTimeDays, leadTimeSdDays, promotion, order } = asked
  const { leadTime, arrivals } = supplyOf(records)
  const terms = {
    ...asShown(agreed, leadTime ?? { meanDays: agreed.leadTimeDays, sdDays: agreed.leadTimeSdDays }),
    ...(service !== undefined && { service }),
    ...(serviceLevel !== undefined && { serviceLevel }),
    ...(leadTimeDays !== undefined && { leadTimeDays }),
    ...(leadTimeSdDays !== undefined && { leadTimeSdDays }),
  }
  const lift = promotionLift(records)
  if (promotion && lift === null)
    throw new DomainError('not-valid', 'No promotion of the past says what another one would do.', [
      { path: '/promotion', message: 'there is no history of promotions to learn from' },
    ])
  const isOn = (day: number) => {
    const date = dayAfter(kept.from, day)
    return promotion !== undefined && promotion.from <= date && date <= promotion.until
  }
  const forecast = lift !== null && promotion ? withPromotion(kept, isOn, lift) : kept
  // The forecast may have begun yesterday; days are counted from where it did.
  const todayBegan = new Date(records.todayBegan.getTime() - (Date.parse(records.today) - Date.parse(kept.from)))
  const now = caseOf({ ...records, today: kept.from, todayBegan }, arrivals, terms, forecast, kept.demandClass as DemandClass)
  const asIs = planStock(now)
  const ordered = comingWithin(terms, order ?? 0)
  const { projection } = ordered.quantity > 0 ? planStock({ ...now, coming: [...now.coming, ordered] }) : asIs
  const { policy, stockOutProbability } = asIs
  const quantity = orderQuantity(now, policy)
  return {
    policy,
    projection,
    stockOutProbability,
    forecast: toForecast({ ...kept, ...forecast }),
    order:
      quantity === 0
        ? null
        : {
            quantity,
            cost: { minorUnits: terms.orderCostMinorUnits + quantity * product.cost.minorUnits, currency: product.cost.currency },
          },
    promotionLift: lift,
  }
}
