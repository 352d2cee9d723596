import { t } from '../../i18n/t.ts'
import { helpers, isMe } from '../../state/people.ts'
import { AlertForm, type FormProps } from './form.tsx'
import { perform } from './perform.ts'

/** Who takes care of it; nobody is a choice too. */
export const AssignForm = ({ alerts, onDone }: FormProps) => {
  const [first] = alerts
  const same = alerts.every(({ assignedTo }) => assignedTo === first?.assignedTo) ? (first?.assignedTo ?? null) : null
  return (
    <AlertForm
      title={t('act.assign-title')}
      alerts={alerts}
      submit={t('act.assign')}
      onDone={onDone}
      onSubmit={(fields) => perform(alerts, { act: 'assign', to: String(fields.get('to')) || null })}
    >
      <fieldset class="dialog-options">
        <legend class="unseen">{t('act.assign-to')}</legend>
        {[
          ...helpers.value.map(({ id, name }) => ({ id, name: isMe(id) ? t('person.me', { name }) : name })),
          { id: '', name: t('person.nobody') },
        ].map(({ id, name }, index) => (
          <label key={id} class="dialog-option">
            <input type="radio" name="to" value={id} required defaultChecked={same ? same === id : index === 0} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </AlertForm>
  )
}
