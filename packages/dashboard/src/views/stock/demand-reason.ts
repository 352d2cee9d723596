import type { DemandReason } from '@lading/shared/contract/stock-plan'
import { demandMethods, levelBases } from '@lading/shared/domain/demand'
import { formatPercent } from '../../format/percent.ts'
import { t } from '../../i18n/t.ts'

/** A reason of a forecast in the reader's words; its periods are days. */
export const sayDemandReason = ({ code, values, message }: DemandReason): string => {
  if (code === 'counted') {
    const basis = levelBases.find((one) => one === values.basis)
    return basis ? t(`demand-counted.${basis}`, { perDay: Number(values.perPeriod) }) : message
  }
  const method = demandMethods.find((one) => one === values.method)
  return t(`demand-reason.${code}`, {
    count: Number(values.periods ?? 0),
    method: method ? t(`demand-method.${method}`) : '',
    share: formatPercent(Number(values.share ?? 0)),
  })
}
