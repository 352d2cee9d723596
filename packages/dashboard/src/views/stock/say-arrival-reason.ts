import type { ArrivalReason } from '@lading/shared/contract/purchase-order'
import { formatDay, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'

/** What an arrival rests on, in the reader's words. */
export const sayArrivalReason = ({ code, values }: ArrivalReason, zone: string = viewerZone) => {
  const { at, meanDays, agreedDays, days } = values
  return t(`arrival-why.${code}`, {
    ...values,
    ...(typeof at === 'string' && { day: formatDay(Date.parse(at), zone) }),
    ...(typeof days === 'number' && { days: rounded(days) }),
    ...(typeof meanDays === 'number' && { mean: rounded(meanDays) }),
    ...(typeof agreedDays === 'number' && { agreed: rounded(agreedDays) }),
  })
}

const rounded = (days: number) => Math.round(days * 10) / 10
