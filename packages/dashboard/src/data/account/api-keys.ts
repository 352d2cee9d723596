import type { ApiKey, ApiKeySecret, NewApiKey } from '@lading/shared/contract/api-key'
import { apiKeys, apiKeysLoad } from '../../state/api-keys.ts'
import { authorised } from '../server/authorised.ts'

/** What is shown stays until it is heard anew. */
export const loadApiKeys = async () => {
  const result = await authorised<ApiKey[]>('/v1/api-keys')
  if (result.ok) apiKeys.value = result.value
  apiKeysLoad.value = result.ok ? { status: 'ready' } : { status: 'failed', failure: result.failure }
}

/** Answers the key, for the only time. */
export const makeApiKey = async (body: NewApiKey) => {
  const result = await authorised<ApiKeySecret>('/v1/api-keys', { method: 'POST', body })
  if (result.ok) await loadApiKeys()
  return result
}

export const revokeApiKey = async (id: string) => {
  const result = await authorised<ApiKey>(`/v1/api-keys/${id}/revoke`, { method: 'POST' })
  if (result.ok) await loadApiKeys()
  return result
}
