import type { TrackingFeedback } from '@lading/shared/contract/shipment'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Time } from '../parts/time.tsx'

/** What recipients said on the tracking page, newest first. */
export const Feedback = ({ feedback }: { feedback: TrackingFeedback[] }) => (
  <dl class="facts">
    {feedback.map(({ rating, comment, givenAt }) => (
      <div key={givenAt}>
        <dt>
          <Time at={givenAt} text={formatDateTime(Date.parse(givenAt), viewerZone)} />
        </dt>
        <dd>
          {t(`feedback.${rating}`)} {comment && <small dir="auto">{comment}</small>}
        </dd>
      </div>
    ))}
  </dl>
)
