import type { Alert } from '@lading/shared/contract/alert'
import type { NewDrill, Playbook, PlaybookRun } from '@lading/shared/contract/playbook'
import type { StepOutcome } from '@lading/shared/domain/playbook'
import { playbooks } from '../../state/risk.ts'
import { authorised } from '../server/authorised.ts'

/** Under which address playbooks are begun for it. */
export type Address = `/v1/alerts/${string}` | `/v1/currency-exposure/${string}`

export const readRuns = (about: Address) => authorised<{ items: PlaybookRun[] }>(`${about}/playbooks`)

export const loadPlaybooks = async () => {
  const result = await authorised<{ items: Playbook[] }>('/v1/playbooks')
  if (result.ok) playbooks.value = result.value.items
}

export const beginPlaybook = (about: Address, playbookId: string) =>
  authorised<PlaybookRun>(`${about}/playbooks`, { method: 'POST', body: { playbookId } })

export const settleStep = (runId: string, position: number, outcome: StepOutcome) =>
  authorised<PlaybookRun>(`/v1/playbook-runs/${runId}/steps/${position}`, { method: 'POST', body: { outcome } })

export const startDrill = (shipmentId: string, drill: NewDrill) =>
  authorised<Alert>(`/v1/shipments/${shipmentId}/drills`, { method: 'POST', body: drill })

export const endDrill = (alertId: string) => authorised<Alert>(`/v1/alerts/${alertId}/end-drill`, { method: 'POST' })
