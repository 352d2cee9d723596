import { t } from '../../i18n/t.ts'
import { keyFor } from '../../keyboard/shortcuts.ts'
import { outcome } from '../../state/queue/asking.ts'

/** What came of the last act, and the way back from it; it stays until the next one. */
export const Said = () => {
  const { value } = outcome
  return (
    <div class={value ? 'said' : 'said said-nothing'}>
      <p role="status" class={value?.isBad ? 'said-bad' : undefined}>
        {value?.text}
      </p>
      {value?.undo && (
        <button
          type="button"
          class="button button-small"
          data-exact={t('keys.key', { key: keyFor('act.undo') ?? '' })}
          onClick={value.undo}
        >
          {t('act.undo')}
        </button>
      )}
    </div>
  )
}
