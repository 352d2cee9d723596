import { exportFormats } from '@lading/shared/domain/export-format'
import { t } from '../../i18n/t.ts'

/** The track and the readings as files for other programs. */
export const TakeAlong = ({ shipmentId }: { shipmentId: string }) => (
  <p class="take-along">
    <span>{t('detail.take-along')}</span>
    {exportFormats.map((format) => (
      <a key={format} href={`/v1/shipments/${encodeURIComponent(shipmentId)}/export/${format}`} download>
        {t(`detail.take-along-${format}`)}
      </a>
    ))}
  </p>
)
