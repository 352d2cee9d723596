import type { RegisteredDevice } from '@lading/shared/contract/device'
import { useSignal } from '@preact/signals'
import { registerDevice } from '../../data/device/devices.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { DialogActions } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { failureText } from '../parts/failure-note.tsx'
import { Registered } from './registered.tsx'

const units = { minutes: 60, seconds: 1, hours: 3600 } as const
type Unit = keyof typeof units

// As the contract has it: at least every week.
const longestS = 7 * 24 * 3600

/** Asks for what a device needs, and then shows its secret for the only time. */
export const RegisterDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const busy = useSignal(false)
  const error = useSignal('')
  const registered = useSignal<RegisteredDevice | undefined>(undefined)
  const unit = useSignal<Unit>('minutes')

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const fields = new FormData(event.target as HTMLFormElement)
    const label = String(fields.get('label')).trim()
    const reportIntervalS = Math.round(Number(fields.get('interval')) * units[unit.value])
    busy.value = true
    error.value = ''
    const result = await registerDevice({ id: String(fields.get('id')).trim(), ...(label && { label }), reportIntervalS })
    busy.value = false
    if (result.ok) registered.value = result.value
    else error.value = refusal(result.failure)
  }

  return (
    <Dialog titleId="secret-title" onClose={onClose} locked={registered.value !== undefined}>
      {(close) =>
        registered.value ? (
          <Registered title={t('registered.title', { id: registered.value.id })} device={registered.value} onDone={close} />
        ) : (
          <form class="dialog-form" onSubmit={submit}>
            <h2 id="secret-title">{t('register.title')}</h2>
            <label>
              <span>{t('register.id')}</span>
              <input
                class="field"
                name="id"
                defaultValue={id}
                required
                maxLength={128}
                pattern="[A-Za-z0-9][A-Za-z0-9._:\-]*"
                title={t('register.id-rule')}
                autoComplete="off"
                spellcheck={false}
                aria-describedby="register-id-rule"
              />
              <small id="register-id-rule">{t('register.id-rule')}</small>
            </label>
            <label>
              <span>{t('register.label')}</span>
              <input class="field" name="label" maxLength={120} autoComplete="off" placeholder={t('register.label-hint')} />
            </label>
            <fieldset class="dialog-row">
              <legend>{t('register.interval')}</legend>
              <input
                class="field"
                name="interval"
                type="number"
                required
                min={1}
                max={Math.floor(longestS / units[unit.value])}
                defaultValue="15"
                aria-label={t('register.interval')}
              />
              <select
                class="field"
                aria-label={t('register.unit')}
                value={unit.value}
                onChange={({ currentTarget }) => {
                  unit.value = currentTarget.value as Unit
                }}
              >
                {(Object.keys(units) as Unit[]).map((name) => (
                  <option key={name} value={name}>
                    {t(`unit.${name}`)}
                  </option>
                ))}
              </select>
            </fieldset>
            <p class="dialog-error" role="alert">
              {error.value}
            </p>
            <DialogActions deed={t(busy.value ? 'register.busy' : 'register.do')} busy={busy.value} onCancel={close} />
          </form>
        )
      }
    </Dialog>
  )
}

const refusal = (failure: Failure) =>
  failure.kind === 'answer' && failure.code === 'device-registered' ? t('register.taken') : failureText(failure)
