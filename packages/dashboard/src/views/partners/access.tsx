import type { User } from '@lading/shared/contract/user'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { letInNoLonger, loadPartnerUsers } from '../../data/partner/users.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import type { Failure } from '../../state/server/failure.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { PasswordDialog } from './password-dialog.tsx'

type Deed = { of: 'add' } | { of: 'password' | 'remove'; user: User }

/** Who of a partner may sign in and see what it takes part in; for admins, who let them. */
export const Access = ({ code }: { code: string }) => {
  const users = useSignal<User[] | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const deed = useSignal<Deed | undefined>(undefined)
  const load = () => {
    void loadPartnerUsers(code).then((result) => {
      failure.value = result.ok ? undefined : result.failure
      if (result.ok) users.value = result.value
    })
  }
  useEffect(load, [code])
  const onClose = () => {
    deed.value = undefined
    load()
  }
  const open = (next: Deed) => () => {
    deed.value = next
  }
  const { value: doing } = deed
  return (
    <section class="detail-section">
      <h3>{t('partners.access')}</h3>
      <p class="section-note">{t(users.value?.length === 0 ? 'partners.access-none' : 'partners.access-about')}</p>
      {failure.value && <FailureNote failure={failure.value} onRetry={load} />}
      <ul class="partner-access">
        {users.value?.map((user) => (
          <li key={user.id}>
            <span>
              {user.name} <small>{user.email}</small>
            </span>
            <button type="button" class="button button-small" onClick={open({ of: 'password', user })}>
              {t('partners.access-password')}
            </button>
            <button
              type="button"
              class="button button-quiet button-icon button-small"
              aria-label={t('partners.access-remove', { name: user.name })}
              onClick={open({ of: 'remove', user })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={open({ of: 'add' })}>
        {t('partners.access-add')}
      </button>
      {doing?.of === 'add' && <PasswordDialog code={code} onClose={onClose} />}
      {doing?.of === 'password' && <PasswordDialog code={code} user={doing.user} onClose={onClose} />}
      {doing?.of === 'remove' && (
        <DeedDialog<void>
          title={t('partners.access-remove', { name: doing.user.name })}
          about={doing.user.email}
          deed={t('partners.access-remove-do')}
          onClose={onClose}
          send={() => letInNoLonger(doing.user.id)}
        />
      )}
    </section>
  )
}
