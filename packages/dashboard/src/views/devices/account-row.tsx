import { t } from '../../i18n/t.ts'
import type { Account, AccountKind } from '../../state/accounts.ts'
import type { Asked } from './account-asked.ts'
import { HealthLabel } from './health-label.tsx'

type Props = { kind: AccountKind; account: Account; onAsk: ((asked: Asked) => void) | undefined }

// More would push the next one out of sight; the dialog shows all.
const linesShown = 6

export const AccountRow = ({ kind, account, onAsk }: Props) => {
  const { name, label, lines, revokedAt } = account
  const offered = ['edit', 'renew', ...(revokedAt === null ? (['revoke'] as const) : []), 'remove'] as const
  return (
    <li class="account">
      <div class="account-name">
        <h3>{name}</h3>
        {label && <span class="device-label">{label}</span>}
        {revokedAt !== null && <HealthLabel health="revoked" />}
      </div>
      <div class="account-lines">
        <span>{t(`accounts.${kind}-lines`, { count: lines.length })}</span>
        {lines.slice(0, linesShown).map((line) => (
          <code key={line}>{line}</code>
        ))}
        {lines.length > linesShown && <span>{t('accounts.more', { count: lines.length - linesShown })}</span>}
      </div>
      {onAsk && (
        <div class="account-actions">
          {offered.map((what) => (
            <button
              key={what}
              type="button"
              class="button button-small"
              aria-label={t('accounts.action-of', { action: textOf(kind, what), name })}
              onClick={() => onAsk({ what, account })}
            >
              {textOf(kind, what)}
            </button>
          ))}
        </div>
      )}
    </li>
  )
}

const textOf = (kind: AccountKind, what: 'edit' | 'renew' | 'revoke' | 'remove') =>
  what === 'edit' || what === 'remove' ? t(`accounts.${kind}-${what}`) : t(`identity.${what}`)
