import type { Alert, AlertPage } from '@lading/shared/contract/alert'
import { alerts, alertsLoad } from '../../state/queue/alerts.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

const resolvedShown = 200

/**
 * Everything that wants somebody, page by page, and what was resolved lately; what closed while nobody listened disappears with it.
 */
export const loadAlerts = async () => {
  const read = async (query: Parameters<typeof queryString>[0]) => authorised<AlertPage>(`/v1/alerts${queryString(query)}`)
  const all: Alert[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const result = await read({ open: true, limit: 500, cursor })
    if (!result.ok) {
      alertsLoad.value = { status: 'failed', failure: result.failure }
      return
    }
    all.push(...result.value.items)
    cursor = result.value.nextCursor
  }
  const resolved = await read({ state: 'resolved', limit: resolvedShown })
  if (resolved.ok) all.push(...resolved.value.items)
  alerts.value = new Map(all.map((alert) => [alert.id, alert]))
  alertsLoad.value = { status: 'ready' }
}
