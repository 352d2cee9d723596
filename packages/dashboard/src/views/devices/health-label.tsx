import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { DeviceHealth } from '../../state/device/health.ts'

export const HealthLabel = ({ health }: { health: DeviceHealth }) => (
  <span class={`label health-${health}`}>
    <Icon name={`health-${health}`} />
    <span class="label-text">{t(`health.${health}`)}</span>
  </span>
)
