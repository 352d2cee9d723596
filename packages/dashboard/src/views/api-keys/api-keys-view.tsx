import type { ApiKey } from '@lading/shared/contract/api-key'
import { keyState } from '@lading/shared/domain/api-key'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadApiKeys, revokeApiKey } from '../../data/account/api-keys.ts'
import { t } from '../../i18n/t.ts'
import { Icon } from '../../icons/icon.tsx'
import { apiKeys, apiKeysLoad } from '../../state/api-keys.ts'
import { DeedDialog } from '../dialog/deed-dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ApiKeyRow } from './api-key-row.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'

/** With which keys programs call the api: what each may do, until when, and whether it is used. */
export const ApiKeysView = () => {
  const isShowingEnded = useSignal(false)
  const making = useSignal(false)
  const revoking = useSignal<ApiKey | undefined>(undefined)
  useEffect(() => void loadApiKeys(), [])
  const { value: load } = apiKeysLoad
  const { active = [], ended = [] } = Object.groupBy(apiKeys.value, (key) => (keyState(key, Date.now()) === 'active' ? 'active' : 'ended'))
  const shown = isShowingEnded.value ? [...active, ...ended] : active
  const isEmpty = load.status === 'ready' && apiKeys.value.length === 0
  const add = (
    <button type="button" class="button button-primary" onClick={() => (making.value = true)}>
      <Icon name="plus" />
      {t('api-keys.add')}
    </button>
  )
  return (
    <div class="accounts">
      <div class="accounts-about">
        <p>{t('api-keys.about')}</p>
        {!isEmpty && add}
      </div>
      {load.status === 'loading' && (
        <p class="note" role="status">
          {t('accounts.loading')}
        </p>
      )}
      {load.status === 'failed' && <FailureNote what={t('accounts.failed')} failure={load.failure} onRetry={() => void loadApiKeys()} />}
      {isEmpty && (
        <div class="note">
          <p>{t('api-keys.empty')}</p>
          {add}
        </div>
      )}
      {shown.length > 0 && (
        <ul aria-label={t('view.keys')}>
          {shown.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} onRevoke={() => (revoking.value = key)} />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <button
          type="button"
          class={`button button-small accounts-ended ${isShowingEnded.value ? 'button-on' : ''}`}
          aria-expanded={isShowingEnded.value}
          onClick={() => (isShowingEnded.value = !isShowingEnded.value)}
        >
          {t('api-keys.show-ended', { count: ended.length })}
        </button>
      )}
      {making.value && <NewKeyDialog onClose={() => (making.value = false)} />}
      {revoking.value && <Revoke apiKey={revoking.value} onClose={() => (revoking.value = undefined)} />}
    </div>
  )
}

const Revoke = ({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) => (
  <DeedDialog
    title={t('accounts.revoke-title', { name })}
    about={t('api-keys.revoke-about')}
    deed={t('accounts.revoke-title', { name })}
    send={() => revokeApiKey(id)}
    onClose={onClose}
  />
)
