import { formatTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { connection } from '../../state/server/connection.ts'

/** Whether the picture is live; the status is read out when it changes. */
export const ConnectionState = () => {
  const { value } = connection
  const time = 'sinceMs' in value ? formatTime(value.sinceMs, viewerZone) : ''
  return (
    <p
      class={`connection connection-${value.status}`}
      role="status"
      data-exact={value.status === 'offline' ? t('connection.offline-about', { time }) : undefined}
    >
      <span class="connection-mark" aria-hidden="true" />
      <span>{t(`connection.${value.status}`, { time })}</span>
    </p>
  )
}
