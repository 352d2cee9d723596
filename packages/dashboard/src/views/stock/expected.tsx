import type { ArrivalReason } from '@lading/shared/contract/purchase-order'
import { viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { exactTime, Time } from '../parts/time.tsx'
import { type ArrivalWindow, sayWindow } from './arrival-window.ts'
import { sayArrivalReason } from './say-arrival-reason.ts'

/** When it comes, as an interval that holds in eight of ten cases. */
export const Expected = ({ arrival, focusable = true }: { arrival: ArrivalWindow; focusable?: boolean }) => (
  <Time at={arrival.p50} text={sayWindow(arrival, viewerZone)} focusable={focusable} />
)

/** The same with what it rests on. */
export const ExpectedWhy = ({ arrival, why }: { arrival: ArrivalWindow; why: ArrivalReason[] }) => (
  <>
    <span class="expected" title={exactTime(arrival.p50)}>
      {t('supply.expected', { window: sayWindow(arrival, viewerZone) })}
    </span>
    <ul class="stock-reasons">
      {why.map((reason) => (
        <li key={`${reason.code} ${reason.values.trackingNumber}`}>{sayArrivalReason(reason)}</li>
      ))}
    </ul>
  </>
)
