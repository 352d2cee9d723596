import { useSignal } from '@preact/signals'
import { addAccount, changeAccount, removeAccount, renewAccount, revokeAccount } from '../../data/account/accounts.ts'
import type { Result } from '../../data/server/request.ts'
import { t } from '../../i18n/t.ts'
import type { AccountKind } from '../../state/accounts.ts'
import type { Failure } from '../../state/server/failure.ts'
import { Dialog } from '../dialog/dialog.tsx'
import type { Asked } from './account-asked.ts'
import { AccountForm } from './account-form.tsx'
import { accountRefusal } from './account-refusal.ts'
import { SecretShown } from './secret-shown.tsx'

/** Asks for what is needed or whether it is meant, does it, and shows a secret for the only time where there is one. */
export const AccountDialog = ({ kind, asked, onClose }: { kind: AccountKind; asked: Asked; onClose: () => void }) => {
  const busy = useSignal(false)
  const error = useSignal('')
  const given = useSignal<{ name: string; secret: string; problem: string | undefined } | undefined>(undefined)
  const account = asked.what === 'add' ? undefined : asked.account

  const act = async (name: string, lines: string[], close: () => void) => {
    busy.value = true
    error.value = ''
    const result = await doing[asked.what](kind, name, lines)
    busy.value = false
    if (!result.ok) error.value = accountRefusal(result.failure, lines)
    else if (result.value.secret) {
      const { secret, failure } = result.value
      given.value = { name, secret, problem: failure && t('accounts.list-refused', { name, why: accountRefusal(failure, lines) }) }
    } else close()
  }
  return (
    <Dialog titleId="secret-title" onClose={onClose} locked={given.value !== undefined}>
      {(close) =>
        given.value ? (
          <SecretShown {...given.value} onDone={close} />
        ) : (
          <AccountForm
            kind={kind}
            what={asked.what}
            account={account}
            busy={busy.value}
            error={error.value}
            onCancel={close}
            onSubmit={(name, lines) => void act(name, lines, close)}
          />
        )
      }
    </Dialog>
  )
}

type Do = (kind: AccountKind, name: string, lines: string[]) => Promise<Result<{ secret?: string; failure?: Failure }>>

const doing: Record<Asked['what'], Do> = {
  add: addAccount,
  edit: changeAccount,
  renew: renewAccount,
  revoke: revokeAccount,
  remove: removeAccount,
}
