import type { ApiKey } from '@lading/shared/contract/api-key'
import { keyState } from '@lading/shared/domain/api-key'
import { formatDayOfYear, formatExact, viewerZone } from '../../format/exact.ts'
import { formatRelative } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'

/** Keys live in wall time, whatever time the goods live in. */
export const ApiKeyRow = ({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) => {
  const { name, hint, scopes, expiresAt, lastUsedAt, revokedAt } = apiKey
  const state = keyState(apiKey, Date.now())
  return (
    <li class="account">
      <div class="account-name">
        <h3>{name}</h3>
        <code class="device-label">{hint}…</code>
      </div>
      <div class="account-lines">
        {scopes.map((scope) => (
          <span key={scope} class="chip" data-exact={t(`api-keys.scope-about.${scope}`)}>
            {t(`api-keys.scope.${scope}`)}
          </span>
        ))}
        {state !== 'active' && <Icon name="health-revoked" />}
        <When state={state} at={revokedAt ?? expiresAt} />
        {lastUsedAt === null ? (
          <span>{t('api-keys.unused')}</span>
        ) : (
          <time dateTime={lastUsedAt} data-exact={formatExact(Date.parse(lastUsedAt))}>
            {t('api-keys.used', { when: formatRelative(Date.parse(lastUsedAt), Date.now()) })}
          </time>
        )}
      </div>
      {state === 'active' && (
        <div class="account-actions">
          <button
            type="button"
            class="button button-small"
            aria-label={t('accounts.action-of', { action: t('identity.revoke'), name })}
            onClick={onRevoke}
          >
            {t('identity.revoke')}
          </button>
        </div>
      )}
    </li>
  )
}

const When = ({ state, at }: { state: ReturnType<typeof keyState>; at: string }) => (
  <time dateTime={at} data-exact={formatExact(Date.parse(at))}>
    {t(`api-keys.${state}`, { day: formatDayOfYear(Date.parse(at), viewerZone) })}
  </time>
)
