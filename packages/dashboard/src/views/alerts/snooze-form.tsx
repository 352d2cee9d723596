import { longestSnoozeMs } from '@lading/shared/domain/alert-handling'
import { useSignal } from '@preact/signals'
import { formatDateTime, viewerZone } from '../../format/exact.ts'
import { t } from '../../i18n/t.ts'
import { clockSpeed, nowMs } from '../../state/clock.ts'
import { AlertForm, type FormProps } from './form.tsx'
import { perform } from './perform.ts'
import { snoozeTimes, toLocalField } from './snooze-times.ts'

/** Until when it is set aside: a usual time, or one of one's own. */
export const SnoozeForm = ({ alerts, onDone }: FormProps) => {
  const times = useSignal(snoozeTimes(nowMs.peek())).value
  const own = useSignal(false)
  return (
    <AlertForm
      title={t('act.snooze-title')}
      alerts={alerts}
      submit={t('act.snooze')}
      onDone={onDone}
      onSubmit={(fields) => {
        const atMs = own.value ? new Date(String(fields.get('at'))).getTime() : Number(fields.get('until'))
        return perform(alerts, { act: 'snooze', until: new Date(atMs).toISOString() })
      }}
    >
      <fieldset class="dialog-options" onChange={({ target }) => (own.value = (target as HTMLInputElement).value === 'own')}>
        <legend class="unseen">{t('act.snooze-until')}</legend>
        {times.map(({ name, atMs }, index) => (
          <label key={name} class="dialog-option">
            <input type="radio" name="until" value={atMs} defaultChecked={index === 0} />
            <span>{t(`snooze.${name}`)}</span>
            <small>{formatDateTime(atMs, viewerZone)}</small>
          </label>
        ))}
        <label class="dialog-option">
          <input type="radio" name="until" value="own" />
          <span>{t('snooze.own')}</span>
          {own.value && (
            <input
              class="field field-small"
              type="datetime-local"
              name="at"
              aria-label={t('act.snooze-until')}
              required
              defaultValue={toLocalField(nowMs.peek() + 24 * 3_600_000)}
              min={toLocalField(nowMs.peek())}
              max={toLocalField(nowMs.peek() + longestSnoozeMs)}
            />
          )}
        </label>
      </fieldset>
      <p class="dialog-note">{t(clockSpeed.value === 1 ? 'act.snooze-about' : 'act.snooze-about-simulated')}</p>
    </AlertForm>
  )
}
