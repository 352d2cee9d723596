import { t } from '../../i18n/t.ts'

type Props = { deed: string; busy: boolean; cancel?: string; onCancel: () => void }

/** At the foot of a dialog's form: doing it, or not. */
export const DialogActions = ({ deed, busy, cancel = t('action.cancel'), onCancel }: Props) => (
  <div class="dialog-actions">
    <button type="button" class="button" onClick={onCancel}>
      {cancel}
    </button>
    <button type="submit" class="button button-primary" disabled={busy}>
      {deed}
    </button>
  </div>
)

/** At the foot of a dialog that only shows something. */
export const CloseAction = ({ text = t('action.close'), onClose }: { text?: string; onClose: () => void }) => (
  <div class="dialog-actions">
    <button type="button" class="button button-primary" onClick={onClose}>
      {text}
    </button>
  </div>
)
