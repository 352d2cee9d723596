import type { Alert } from '@lading/shared/contract/alert'
import type { NewDrill, Playbook, PlaybookRun } from '@lading/shared/contract/playbook'
import type { StepOutcome } from '@lading/shared/domain/playbook'
import { playbooks } from '../state/risk.ts'
import { authorised } from './authorised.ts'

export const readRuns = (alertId: string) => authorised<{ items: PlaybookRun[] }>(`/v1/alerts/${alertId}/playbooks`)

export const loadPlaybooks = async () => {
  const result = await authorised<{ items: Playbook[] }>('/v1/playbooks')
  if (result.ok) playbooks.value = result.value.items
}

export const beginPlaybook = (alertId: string, playbookId: string) =>
  authorised<PlaybookRun>(`/v1/alerts/${alertId}/playbooks`, { method: 'POST', body: { playbookId } })

export const settleStep = (runId: string, position: number, outcome: StepOutcome) =>
  authorised<PlaybookRun>(`/v1/playbook-runs/${runId}/steps/${position}`, { method: 'POST', body: { outcome } })

export const startDrill = (shipmentId: string, drill: NewDrill) =>
  authorised<Alert>(`/v1/shipments/${shipmentId}/drills`, { method: 'POST', body: drill })

export const endDrill = (alertId: string) => authorised<Alert>(`/v1/alerts/${alertId}/end-drill`, { method: 'POST' })
