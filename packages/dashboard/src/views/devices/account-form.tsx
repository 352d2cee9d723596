import { t } from '../../i18n/t.ts'
import type { Account, AccountKind } from '../../state/accounts.ts'
import { DialogActions } from '../dialog/actions.tsx'
import { type Asked, titleOf } from './account-asked.ts'

type Props = {
  kind: AccountKind
  what: Asked['what']
  account: Account | undefined
  busy: boolean
  error: string
  onCancel: () => void
  onSubmit: (name: string, lines: string[]) => void
}

/** The fields of a new or changed account; what ends something only asks whether it is meant. */
export const AccountForm = ({ kind, what, account, busy, error, onCancel, onSubmit }: Props) => {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const fields = new FormData(event.target as HTMLFormElement)
    const name = account?.name ?? String(fields.get('name')).trim()
    const lines = String(fields.get('lines') ?? '').split('\n')
    onSubmit(name, [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))])
  }
  const title = titleOf(kind, what, account?.name)
  return (
    <form class="dialog-form" onSubmit={submit}>
      <h2 id="secret-title">{title}</h2>
      {what === 'add' && (
        <label>
          <span>{t('register.id')}</span>
          <input
            class="field"
            name="name"
            required
            maxLength={128}
            pattern="[A-Za-z0-9][A-Za-z0-9._:\-]*"
            title={t('accounts.name-rule')}
            autoComplete="off"
            spellcheck={false}
            aria-describedby="account-name-rule"
          />
          <small id="account-name-rule">{t(`accounts.${kind}-name-rule`)}</small>
        </label>
      )}
      {what === 'add' || what === 'edit' ? (
        <label>
          <span>{t(`accounts.${kind}-lines-label`)}</span>
          <textarea
            class="field lines"
            name="lines"
            rows={6}
            required={kind === 'bridges' || what === 'add'}
            defaultValue={account?.lines.join('\n')}
            spellcheck={false}
            aria-describedby="account-lines-rule"
          />
          <small id="account-lines-rule">{t(`accounts.${kind}-lines-rule`)}</small>
        </label>
      ) : (
        <p>{what === 'remove' ? t(`accounts.${kind}-remove-about`) : t(`accounts.${what}-about`)}</p>
      )}
      <p class="dialog-error" role="alert">
        {error}
      </p>
      <DialogActions deed={what === 'add' || what === 'edit' ? t('accounts.save') : title} busy={busy} onCancel={onCancel} />
    </form>
  )
}
