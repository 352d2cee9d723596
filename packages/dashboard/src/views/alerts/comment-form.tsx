import { commentOn } from '../../data/server/act.ts'
import { t } from '../../i18n/t.ts'
import { outcome } from '../../state/queue/asking.ts'
import { AlertForm, type FormProps } from './form.tsx'

/** A word to whoever looks at it next. */
export const CommentForm = ({ alerts, onDone }: FormProps) => (
  <AlertForm
    title={t('act.comment-title')}
    alerts={alerts}
    submit={t('act.comment')}
    onDone={onDone}
    onSubmit={async (fields) => {
      const note = String(fields.get('note')).trim()
      for (const { id } of alerts) {
        const result = await commentOn(id, note)
        if (!result.ok) return result.failure
      }
      outcome.value = { text: t('done.comment', { count: alerts.length }), isBad: false }
      return undefined
    }}
  >
    <label>
      <span>{t('act.comment-what')}</span>
      <textarea class="field" name="note" rows={3} required maxLength={2000} />
    </label>
  </AlertForm>
)
