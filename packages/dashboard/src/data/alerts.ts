import type { Alert } from '@lading/shared/contract/alert'
import { alerts, alertsLoad } from '../state/alerts.ts'
import { authorised } from './authorised.ts'
import { queryString } from './request.ts'

type AlertPage = { items: Alert[]; nextCursor: string | null }

/** All open alerts, page by page; those that closed while nobody listened disappear with it. */
export const loadAlerts = async () => {
  const open: Alert[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query: string = queryString({ open: true, limit: 500, cursor })
    const result = await authorised<AlertPage>(`/v1/alerts${query}`)
    if (!result.ok) {
      alertsLoad.value = { status: 'failed', failure: result.failure }
      return
    }
    open.push(...result.value.items)
    cursor = result.value.nextCursor
  }
  alerts.value = new Map(open.map((alert) => [alert.id, alert]))
  alertsLoad.value = { status: 'ready' }
}
