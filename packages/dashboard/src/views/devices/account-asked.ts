import { t } from '../../i18n/t.ts'
import type { Account, AccountKind } from '../../state/accounts.ts'

/** What somebody wants to do with the accounts. */
export type Asked = { what: 'add' } | { what: 'edit' | 'renew' | 'revoke' | 'remove'; account: Account }

/** What the dialog is called, and the button that ends something. */
export const titleOf = (kind: AccountKind, what: Asked['what'], name = '') => {
  if (what === 'add') return t(`accounts.${kind}-add`)
  if (what === 'edit' || what === 'remove') return t(`accounts.${kind}-${what}-title`, { name })
  return t(`accounts.${what}-title`, { name })
}
