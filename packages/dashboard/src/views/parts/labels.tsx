import type { Severity } from '@lading/shared/domain/alert'
import type { Mode } from '@lading/shared/domain/mode'
import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

export const StateLabel = ({ state }: { state: ShipmentState }) => (
  <span class={`label state-${state}`}>
    <Icon name={`state-${state}`} />
    <span class="label-text">{t(`state.${state}`)}</span>
  </span>
)

export const ModeLabel = ({ mode }: { mode: Mode }) => (
  <span class="label label-mode">
    <Icon name={`mode-${mode}`} />
    <span class="label-text">{t(`mode.${mode}`)}</span>
  </span>
)

export const AlertsLabel = ({ count, severity }: { count: number; severity: Severity }) => (
  <span class={`label severity-${severity}`}>
    <Icon name={`severity-${severity}`} />
    <span class="label-text">{t('alerts.count', { count })}</span>
  </span>
)
