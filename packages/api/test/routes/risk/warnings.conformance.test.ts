import type { Alert } from '@lading/shared/contract/alert'
import type { KeptWarningRule, Playbook, PlaybookRun } from '@lading/shared/contract/playbook'
import type { Shipment } from '@lading/shared/contract/shipment'
import { liveTopics } from '@lading/shared/live/topics'
import { keepRisks } from '@lading/store/postgres/risk/keep'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { openAlert } from '../../support/follow.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-02T00:00:00Z')
const steps = [
  { title: 'Ask the carrier', owner: 'Transport desk', withinMinutes: 30 },
  { title: 'Tell the customer', owner: 'Service desk', withinMinutes: 90, message: '{number} will be late.' },
]
const rule = {
  ...{ name: 'Politics', kind: 'political', openAt: 0.6, closeAt: 0.4, severity: 'warning', playbookId: null },
  ...{ quiet: { from: '22:00', until: '06:00', zone: 'Europe/Berlin' }, escalateAfterMinutes: 60 },
}

describe('Early warning, playbooks and drills', () => {
  let api: TestApi
  let asAdmin: Awaited<ReturnType<TestApi['as']>>
  let as: Awaited<ReturnType<TestApi['as']>>
  let shipmentId = ''
  let book: Playbook
  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    asAdmin = await api.as('admin')
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    shipmentId = ((await as('POST', '/v1/shipments', newShipment())).json() as Shipment).id
    book = (await asAdmin('POST', '/v1/playbooks', { name: 'Strike', steps })).json()
  })
  afterAll(() => api?.stop())

  it('A rule is made by an admin, with marks that do not cross and a zone that there is.', async () => {
    expect((await as('POST', '/v1/warning-rules', rule)).statusCode).toBe(403)
    for (const [wrong, path] of [
      [{ ...rule, closeAt: 0.6 }, '/closeAt'],
      [{ ...rule, quiet: { ...rule.quiet, zone: 'Europe/Atlantis' } }, '/quiet/zone'],
      [{ ...rule, playbookId: '00000000-0000-4000-8000-000000000000' }, '/playbookId'],
    ] as const)
      expect((await asAdmin('POST', '/v1/warning-rules', wrong)).json().errors).toMatchObject([{ path }])
    const made = (await asAdmin('POST', '/v1/warning-rules', { ...rule, playbookId: book.id })).json() as KeptWarningRule
    expect(made).toMatchObject({ name: 'Politics', version: 1, playbookId: book.id })
    expect((await asAdmin('POST', '/v1/warning-rules', rule)).json().code).toBe('playbook-name-taken')
    const change = (version: number) => asAdmin('PUT', `/v1/warning-rules/${made.id}`, { ...rule, openAt: 0.7, version })
    expect((await change(1)).json()).toMatchObject({ openAt: 0.7, version: 2, playbookId: null })
    expect((await change(1)).json().code).toBe('playbook-changed')
    expect((await asAdmin('DELETE', `/v1/warning-rules/${made.id}`)).statusCode).toBe(204)
    expect((await as('GET', '/v1/warning-rules')).json()).toEqual({ items: [] })
  })

  it('A rule says beforehand whom it would warn of now.', async () => {
    const scores = { credit: 0, logistics: 0, information: 0, legal: 0, political: 0.65, natural: 0 }
    const risk = { shipmentId, base: 0.1, probability: 0.3, scores, evidence: [], removals: [], rank: 0.3, answered: 0 }
    await keepRisks(api.database.db, [{ ...risk, isWorthKeeping: false }], now)
    const preview = async (query: string) => (await as('GET', `/v1/warning-rules/preview?${query}`)).json()
    expect(await preview('kind=political&openAt=0.6')).toMatchObject({ shipments: 1, items: [{ shipmentId, score: 0.65 }] })
    expect(await preview('kind=political&openAt=0.7')).toEqual({ shipments: 0, items: [] })
    expect(await preview('openAt=0.3')).toMatchObject({ shipments: 1, items: [{ score: 0.3 }] })
  })

  it('A playbook is begun once for an alert, worked through to its end, and not changed by what it was begun from.', async () => {
    await openAlert(api, shipmentId, 'late', 'warning', now.toISOString())
    const [alert] = (await as('GET', `/v1/alerts?shipmentId=${shipmentId}`)).json().items as [Alert]
    const begun = (await as('POST', `/v1/alerts/${alert.id}/playbooks`, { playbookId: book.id })).json() as PlaybookRun
    expect(begun).toMatchObject({ name: 'Strike', startedBy: { name: 'The operator' }, finishedAt: null })
    expect(begun.steps.map(({ dueAt }) => dueAt)).toEqual(['2026-03-02T00:30:00.000Z', '2026-03-02T01:30:00.000Z'])
    // What is to be sent is about these goods.
    expect(begun.steps.map(({ message }) => message)).toEqual([null, `${alert.trackingNumber} will be late.`])
    expect((await as('POST', `/v1/alerts/${alert.id}/playbooks`, { playbookId: book.id })).json().code).toBe('playbook-begun')
    const other = { name: 'Strike', steps: steps.slice(0, 1), version: 1 }
    expect((await asAdmin('PUT', `/v1/playbooks/${book.id}`, other)).json()).toMatchObject({ version: 2 })
    const settle = (position: number, outcome: string) => as('POST', `/v1/playbook-runs/${begun.id}/steps/${position}`, { outcome })
    expect((await settle(0, 'done')).json()).toMatchObject({ finishedAt: null, steps: [{ outcome: 'done' }, { outcome: null }] })
    expect((await settle(0, 'skipped')).json().code).toBe('step-settled')
    expect((await settle(7, 'done')).statusCode).toBe(404)
    expect((await settle(1, 'skipped')).json()).toMatchObject({ finishedAt: now.toISOString() })
    expect((await as('GET', `/v1/alerts/${alert.id}/playbooks`)).json().items).toHaveLength(1)
  })

  it('A drill says that it is one, stands beside what is real, is told to staff, and is ended by people.', async () => {
    const asked = { title: 'Port closed', kind: 'natural', severity: 'critical', playbookId: book.id }
    const drill = (await as('POST', `/v1/shipments/${shipmentId}/drills`, asked)).json() as Alert
    expect(drill).toMatchObject({ kind: 'drill', facts: { title: 'Port closed', startedBy: 'The operator' } })
    expect(drill.message).toContain('Drill')
    expect(api.published).toContainEqual({ topic: liveTopics.alerts, message: { alerts: [drill] } })
    expect((await as('POST', `/v1/shipments/${shipmentId}/drills`, asked)).json().code).toBe('drill-state')
    const [run] = (await as('GET', `/v1/alerts/${drill.id}/playbooks`)).json().items as [PlaybookRun]
    expect(run.steps).toHaveLength(1)
    const [late] = ((await as('GET', `/v1/alerts?shipmentId=${shipmentId}&kind=late`)).json().items ?? []) as [Alert]
    expect((await as('POST', `/v1/alerts/${late.id}/end-drill`)).statusCode).toBe(404)
    expect((await as('POST', `/v1/alerts/${drill.id}/end-drill`)).json().closedAt).toBe(now.toISOString())
    expect((await as('POST', `/v1/alerts/${drill.id}/playbooks`, { playbookId: book.id })).json().code).toBe('alert-state')
  })
})
