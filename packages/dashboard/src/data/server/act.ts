import type { ActOutcomes, Alert, AlertDetail, VersionedAct } from '@lading/shared/contract/alert'
import type { Resolution } from '@lading/shared/domain/alert-handling'
import { batch } from '@preact/signals'
import { alerts, withAlert } from '../../state/queue/alerts.ts'
import { authorised } from './authorised.ts'
import type { Result } from './request.ts'

export type Act =
  | { act: 'acknowledge' | 'wake' | 'reopen' }
  | { act: 'assign'; to: string | null }
  | { act: 'snooze'; until: string }
  | { act: 'resolve'; resolution: Resolution; note?: string }

const take = (changed: Alert[]) => {
  alerts.value = changed.reduce(withAlert, alerts.value)
}

/** Does one thing about alerts as they are on the screen; what somebody else changed meanwhile is shown as it is now. */
export const actOn = async (on: Alert[], { act, ...fields }: Act): Promise<Result<ActOutcomes>> => {
  const path: `/v1/alerts/${VersionedAct}` = `/v1/alerts/${act}`
  const result = await authorised<ActOutcomes>(path, {
    method: 'POST',
    body: { alerts: on.map(({ id, version }) => ({ id, version })), ...fields },
  })
  if (result.ok)
    batch(() => {
      take(result.value.done)
      take(result.value.refused.flatMap(({ alert }) => alert ?? []))
    })
  return result
}

export const commentOn = async (id: string, note: string) => {
  const result = await authorised<Alert>(`/v1/alerts/${id}/comments`, { method: 'POST', body: { note } })
  if (result.ok) take([result.value])
  return result
}

/** An alert with its story. */
export const loadAlert = (id: string, signal?: AbortSignal) => authorised<AlertDetail>(`/v1/alerts/${id}`, { signal })
