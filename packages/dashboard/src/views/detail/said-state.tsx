import type { Shipment } from '@lading/shared/contract/shipment'
import { isFinished, saidStates } from '@lading/shared/domain/shipment-state'
import { useSignal } from '@preact/signals'
import { sayState } from '../../data/shipment/said-state.ts'
import { t } from '../../i18n/t.ts'
import { mayAct } from '../../state/people.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'

/** Lets people say what no position shows: it is the state of the shipment until they take it back or it arrives. */
export const SaidStateChoice = ({ shipment: { id, state, saidState } }: { shipment: Shipment }) => {
  const busy = useSignal(false)
  const failure = useSignal<Failure | undefined>(undefined)
  if (!mayAct.value || isFinished(state)) return null
  const say = async (text: string) => {
    busy.value = true
    const result = await sayState(id, saidStates.find((one) => one === text) ?? null)
    busy.value = false
    failure.value = result.ok ? undefined : result.failure
  }
  return (
    <div class="said-state">
      <label>
        <span>{t('said-state.label')}</span>
        <select
          class="field field-small"
          value={saidState ?? ''}
          disabled={busy.value}
          data-exact={t('said-state.about')}
          onChange={({ currentTarget }) => void say(currentTarget.value)}
        >
          <option value="">{t('said-state.nothing')}</option>
          {saidStates.map((one) => (
            <option key={one} value={one}>
              {t(`state.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {failure.value && <FailureNote failure={failure.value} />}
    </div>
  )
}
