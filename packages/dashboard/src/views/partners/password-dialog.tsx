import type { User } from '@lading/shared/contract/user'
import { useSignal } from '@preact/signals'
import { givePassword, letIn, newPassword } from '../../data/partner/users.ts'
import { t } from '../../i18n/t.ts'
import type { Failure } from '../../state/server/failure.ts'
import { CloseAction, DialogActions } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { FieldError, issuesOf } from '../parts/field-error.tsx'
import { refusal } from '../parts/refusal.ts'

type Props = { code: string; user?: User; onClose: () => void }

/** Lets somebody in, or gives who may sign in already a new password. It is made here, and shown this once. */
export const PasswordDialog = ({ code, user, onClose }: Props) => {
  const made = useSignal<{ email: string; password: string } | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const busy = useSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const password = newPassword()
    busy.value = true
    failure.value = undefined
    const result = await (user ? givePassword(user.id, password) : letIn({ name: text('name'), email: text('email'), password }, code))
    busy.value = false
    if (result.ok) made.value = { email: result.value.email, password }
    else failure.value = result.failure
  }
  return (
    <Dialog titleId="access-title" onClose={onClose} locked={made.value !== undefined}>
      {(close) =>
        made.value ? (
          <div class="dialog-form">
            <h2 id="access-title">{t('partners.access-made', { email: made.value.email })}</h2>
            <p>{t('partners.access-once')}</p>
            <CopyField label={t('sign-in.password')} text={made.value.password} />
            <CloseAction text={t('registered.done')} onClose={close} />
          </div>
        ) : (
          <form class="dialog-form" onSubmit={(event) => void submit(event)}>
            <h2 id="access-title">{user ? t('partners.access-password-of', { name: user.name }) : t('partners.access-add')}</h2>
            <p class="dialog-about">{t(user ? 'partners.access-password-about' : 'partners.access-about')}</p>
            {!user && (
              <>
                <label>
                  <span>{t('partner-column.name')}</span>
                  <input class="field" name="name" required maxLength={120} autoComplete="off" />
                </label>
                <label>
                  <span>{t('sign-in.email')}</span>
                  <input
                    class="field"
                    name="email"
                    type="email"
                    required
                    maxLength={254}
                    autoComplete="off"
                    aria-describedby="access-email-error"
                  />
                  <FieldError id="access-email-error" messages={issuesOf(failure.value, '/email')} />
                </label>
              </>
            )}
            <p class="dialog-error" role="alert">
              {failure.value ? refusal(failure.value, ['/email']) : ''}
            </p>
            <DialogActions deed={t('partners.access-make')} busy={busy.value} onCancel={close} />
          </form>
        )
      }
    </Dialog>
  )
}
