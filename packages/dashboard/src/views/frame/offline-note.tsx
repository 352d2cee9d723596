import { formatTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { lastKnownMs } from '../../state/server/kept.ts'

/** What is on the screen is the last that was known, and since when. */
export const OfflineNote = () => {
  const { value } = lastKnownMs
  if (value === undefined) return null
  return (
    <p class="offline-note" role="status">
      <Icon name="silent" />
      {t('connection.last-known', { time: formatTime(value, viewerZone) })}
    </p>
  )
}
