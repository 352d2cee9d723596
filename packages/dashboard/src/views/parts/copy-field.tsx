import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

type Props = { label: string; text: string; lines?: number }

/** Text to take elsewhere. Where the browser lets nothing be copied (a page without https), it is selected instead. */
export const CopyField = ({ label, text, lines = 1 }: Props) => {
  const copied = useSignal(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      copied.value = true
    } catch {
      copied.value = false
    }
  }
  return (
    <div class="copy-field">
      <label>
        <span>{label}</span>
        <textarea
          ref={field}
          class="field copy-text"
          readOnly
          rows={lines}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <button type="button" class="button" aria-label={t('copy.what', { what: label })} onClick={() => void copy()}>
        <Icon name={copied.value ? 'check' : 'copy'} />
        <span aria-live="polite">{t(copied.value ? 'copy.done' : 'copy.do')}</span>
      </button>
    </div>
  )
}
