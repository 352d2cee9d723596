import { mayActAs } from '@lading/shared/domain/role'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadAccounts } from '../../data/account/accounts.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { type Account, type AccountKind, accounts } from '../../state/accounts.ts'
import { session } from '../../state/server/session.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import type { Asked } from './account-asked.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AccountRow } from './account-row.tsx'

/** The gateways or the bridges: who may publish for many devices, and for which or under what. */
export const AccountsView = ({ kind }: { kind: AccountKind }) => {
  const asked = useSignal<Asked | undefined>(undefined)
  useEffect(() => void loadAccounts(kind), [kind])
  const ask = session.value && mayActAs(session.value.role, 'operator') ? (what: Asked) => (asked.value = what) : undefined
  const add = ask && (
    <button type="button" class="button button-primary" onClick={() => ask({ what: 'add' })}>
      <Icon name="plus" />
      {t(`accounts.${kind}-add`)}
    </button>
  )
  const { [kind]: now } = accounts.value
  const isEmpty = now.status === 'ready' && now.items.length === 0
  return (
    <div class="accounts">
      <div class="accounts-about">
        <p>{t(`accounts.${kind}-about`)}</p>
        {!isEmpty && add}
      </div>
      {now.status === 'loading' && (
        <p class="note" role="status">
          {t('accounts.loading')}
        </p>
      )}
      {now.status === 'failed' && <FailureNote what={t('accounts.failed')} failure={now.failure} onRetry={() => void loadAccounts(kind)} />}
      {isEmpty && (
        <div class="note">
          <p>{t(`accounts.${kind}-empty`)}</p>
          {add}
        </div>
      )}
      {now.status === 'ready' && !isEmpty && (
        <ul aria-label={t(`view.${kind}`)}>
          {now.items.map((account: Account) => (
            <AccountRow key={account.name} kind={kind} account={account} onAsk={ask} />
          ))}
        </ul>
      )}
      {asked.value && (
        <AccountDialog
          kind={kind}
          asked={asked.value}
          onClose={() => {
            asked.value = undefined
          }}
        />
      )}
    </div>
  )
}
