import type { Shipment } from '@lading/shared/contract/shipment'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'

const local = (at: string) => formatDateTime(Date.parse(at), viewerZone)

export const Devices = ({ devices }: { devices: Shipment['devices'] }) =>
  devices.length === 0 ? (
    <p class="section-note">{t('detail.devices-none')}</p>
  ) : (
    <dl class="facts">
      {devices.map(({ deviceId, from, until }) => (
        <div key={`${deviceId} ${from}`}>
          <dt>{deviceId}</dt>
          <dd>
            {until ? t('detail.device-until', { from: local(from), until: local(until) }) : t('detail.device-since', { time: local(from) })}
          </dd>
        </div>
      ))}
    </dl>
  )
