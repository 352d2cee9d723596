import { endDrill } from '../../data/risk/playbooks.ts'
import { t } from '../../i18n/t.ts'

export const EndDrill = ({ alertId }: { alertId: string }) => (
  <div class="alert-actions">
    <button type="button" class="button button-small" onClick={() => void endDrill(alertId)}>
      {t('drill.end')}
    </button>
  </div>
)
