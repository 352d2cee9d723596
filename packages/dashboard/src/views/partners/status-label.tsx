import type { QualificationStatus } from '@lading/shared/domain/partner-qualification'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

const icons = {
  qualified: 'state-delivered',
  conditional: 'severity-warning',
  'not-qualified': 'severity-critical',
  suspended: 'state-expired',
} as const

/** Whether a partner may be given work: an icon and a word, never a colour alone. */
export const StatusLabel = ({ status }: { status: QualificationStatus }) => (
  <span class={`label partner-${status}`}>
    <Icon name={icons[status]} />
    <span class="label-text">{t(`partner-status.${status}`)}</span>
  </span>
)
