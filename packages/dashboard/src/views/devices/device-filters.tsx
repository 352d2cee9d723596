import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { deviceAddress, goDevices } from '../../state/address/devices.ts'
import { type DeviceHealth, type Doubt, deviceHealths, doubts } from '../../state/device/health.ts'
import { doubtCount, healthCounts } from '../../state/device/listed.ts'
import { SearchField } from '../parts/search-field.tsx'

/** Search, and one switch a health with how many there are: the state of the fleet at a glance. */
export const DeviceFilters = () => (
  <search class="device-filters">
    <SearchField
      label={t('devices.search')}
      hint={t('devices.search-hint')}
      value={deviceAddress.value.text}
      onSearch={(wanted) => goDevices({ text: wanted })}
    />
    <fieldset class="health-switches">
      <legend class="unseen">{t('column.health')}</legend>
      {deviceHealths.filter(isOffered).map((health) => (
        <HealthSwitch key={health} health={health} />
      ))}
      {doubts
        .filter((doubt) => doubtCount(doubt) > 0 || deviceAddress.value.doubts.includes(doubt))
        .map((doubt) => (
          <DoubtSwitch key={doubt} doubt={doubt} />
        ))}
    </fieldset>
  </search>
)

// Most fleets have none that is revoked.
const isOffered = (health: DeviceHealth) =>
  health !== 'revoked' || healthCounts.value.has(health) || deviceAddress.value.healths.includes(health)

const DoubtSwitch = ({ doubt }: { doubt: Doubt }) => {
  const { doubts: wanted } = deviceAddress.value
  const on = wanted.includes(doubt)
  return (
    <button
      type="button"
      class={on ? 'button button-small button-on' : 'button button-small'}
      aria-pressed={on}
      title={t(`doubt.${doubt}-about`)}
      onClick={() => goDevices({ doubts: doubts.filter((one) => (one === doubt ? !on : wanted.includes(one))) })}
    >
      <span class="label severity-warning">
        <Icon name="severity-warning" />
        <span class="label-text">{t(`doubt.${doubt}`)}</span>
      </span>
      <span class="health-count">{t('figure', { count: doubtCount(doubt) })}</span>
    </button>
  )
}

const HealthSwitch = ({ health }: { health: DeviceHealth }) => {
  const { healths } = deviceAddress.value
  const on = healths.includes(health)
  const count = healthCounts.value.get(health)?.length ?? 0
  return (
    <button
      type="button"
      class={on ? 'button button-small button-on' : 'button button-small'}
      aria-pressed={on}
      onClick={() => goDevices({ healths: deviceHealths.filter((one) => (one === health ? !on : healths.includes(one))) })}
    >
      <span class={`label health-${health}`}>
        <Icon name={`health-${health}`} />
        <span class="label-text">{t(`health.${health}`)}</span>
      </span>
      <span class="health-count">{t('figure', { count })}</span>
    </button>
  )
}
