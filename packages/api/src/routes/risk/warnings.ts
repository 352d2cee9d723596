import { Alert } from '@lading/shared/contract/alert'
import { IdParams } from '@lading/shared/contract/common'
import {
  KeptWarningRule,
  NewDrill,
  NewPlaybook,
  NewWarningRule,
  Playbook,
  PlaybookChange,
  PlaybookRun,
  PlaybookRuns,
  Playbooks,
  SettleStep,
  StartPlaybook,
  StepParams,
  WarningPreview,
  WarningPreviewQuery,
  WarningRuleChange,
  WarningRules,
} from '@lading/shared/contract/playbook'
import { liveTopics } from '@lading/shared/live/topics'
import { endDrill, startDrill } from '@lading/store/postgres/alert/drill'
import { addPlaybook, changePlaybook, listPlaybooks, removePlaybook } from '@lading/store/postgres/playbook/keep'
import { askForPlaybook, runsOf, settleStep } from '@lading/store/postgres/playbook/run'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { addWarningRule, changeWarningRule, listWarningRules, removeWarningRule } from '@lading/store/postgres/warning-rule/keep'
import { previewWarning } from '@lading/store/postgres/warning-rule/preview'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['warnings']
const viewer = { access: 'viewer' } as const
const operator = { access: 'operator' } as const
const admin = { access: 'admin' } as const

/** Rules that open alerts by scores, what to do about an alert step by step, and drills. */
export const warningRoutes = async (app: App, { database: { db }, bus, clock }: Dependencies) => {
  const who = (signedIn: SignedIn | undefined) => ({ userId: (signedIn as SignedIn).userId, now: clock.now() })
  const one = <Item extends { id: string }>(items: Item[], id: string) => items.find((each) => each.id === id) as Item
  const tell = (alert: Alert) => {
    bus.publish(liveTopics.alerts, { alerts: [alert] })
    bus.publish(liveTopics.shipments, { shipmentIds: [alert.shipmentId] })
  }

  app.get(
    '/v1/warning-rules',
    { config: viewer, schema: { tags, summary: 'Rules by which scores open alerts', response: { 200: WarningRules } } },
    async () => ({ items: await listWarningRules(db) }),
  )

  app.get(
    '/v1/warning-rules/preview',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'Whom a rule would warn of as risk stands now',
        querystring: WarningPreviewQuery,
        response: { 200: WarningPreview },
      },
    },
    ({ query: { kind, openAt } }) => previewWarning(db, { kind, openAt }),
  )

  app.post(
    '/v1/warning-rules',
    { config: admin, schema: { tags, summary: 'Make a rule', body: NewWarningRule, response: { 201: KeptWarningRule } } },
    async ({ body, signedIn }, reply) => {
      const id = await addWarningRule(db, body, who(signedIn))
      return reply.code(201).send(one(await listWarningRules(db), id))
    },
  )

  app.put(
    '/v1/warning-rules/:id',
    {
      config: admin,
      schema: { tags, summary: 'Replace a rule', params: IdParams, body: WarningRuleChange, response: { 200: KeptWarningRule } },
    },
    async ({ params: { id }, body, signedIn }) => {
      await changeWarningRule(db, id, body, who(signedIn))
      return one(await listWarningRules(db), id)
    },
  )

  app.delete(
    '/v1/warning-rules/:id',
    { config: admin, schema: { tags, summary: 'Forget a rule', params: IdParams, response: { 204: Type.Null() } } },
    async ({ params: { id } }, reply) => {
      await removeWarningRule(db, id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/playbooks',
    { config: viewer, schema: { tags, summary: 'What to do, step by step', response: { 200: Playbooks } } },
    async () => ({ items: await listPlaybooks(db) }),
  )

  app.post(
    '/v1/playbooks',
    { config: admin, schema: { tags, summary: 'Write a playbook', body: NewPlaybook, response: { 201: Playbook } } },
    async ({ body, signedIn }, reply) => {
      const id = await addPlaybook(db, body, who(signedIn))
      return reply.code(201).send(one(await listPlaybooks(db), id))
    },
  )

  app.put(
    '/v1/playbooks/:id',
    {
      config: admin,
      schema: {
        tags,
        summary: 'Replace a playbook; what has begun goes on as it began',
        params: IdParams,
        body: PlaybookChange,
        response: { 200: Playbook },
      },
    },
    async ({ params: { id }, body, signedIn }) => {
      await changePlaybook(db, id, body, who(signedIn))
      return one(await listPlaybooks(db), id)
    },
  )

  app.delete(
    '/v1/playbooks/:id',
    { config: admin, schema: { tags, summary: 'Forget a playbook', params: IdParams, response: { 204: Type.Null() } } },
    async ({ params: { id } }, reply) => {
      await removePlaybook(db, id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/alerts/:id/playbooks',
    {
      config: viewer,
      schema: { tags, summary: 'Playbooks that were begun for an alert', params: IdParams, response: { 200: PlaybookRuns } },
    },
    async ({ params: { id } }) => ({ items: await runsOf(db, { alertId: id }) }),
  )

  app.post(
    '/v1/alerts/:id/playbooks',
    {
      config: operator,
      schema: { tags, summary: 'Begin a playbook for an alert', params: IdParams, body: StartPlaybook, response: { 201: PlaybookRun } },
    },
    async ({ params: { id }, body: { playbookId }, signedIn }, reply) => {
      const { userId, now } = who(signedIn)
      const runId = await askForPlaybook(db, { alertId: id }, playbookId, userId, { now, speed: clock.speed })
      return reply.code(201).send(one(await runsOf(db, { alertId: id }), runId))
    },
  )

  app.post(
    '/v1/playbook-runs/:id/steps/:position',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Say that a step is done, or is not needed',
        params: StepParams,
        body: SettleStep,
        response: { 200: PlaybookRun },
      },
    },
    async ({ params: { id, position }, body, signedIn }) => {
      const { userId, now } = who(signedIn)
      const subject = await settleStep(db, id, position, body, userId, now)
      return one(await runsOf(db, subject), id)
    },
  )

  app.post(
    '/v1/shipments/:id/drills',
    {
      config: operator,
      schema: {
        tags,
        summary: 'Begin a drill: an alert that says so everywhere, and that nobody but staff hears of',
        params: IdParams,
        body: NewDrill,
        response: { 201: Alert },
      },
    },
    async ({ params: { id }, body, signedIn }, reply) => {
      const alert = await startDrill(db, id, body, { ...who(signedIn), name: (signedIn as SignedIn).name, speed: clock.speed })
      tell(alert)
      return reply.code(201).send(alert)
    },
  )

  app.post(
    '/v1/alerts/:id/end-drill',
    { config: operator, schema: { tags, summary: 'End a drill', params: IdParams, response: { 200: Alert } } },
    async ({ params: { id } }) => {
      const alert = await endDrill(db, id, clock.now())
      tell(alert)
      return alert
    },
  )
}
