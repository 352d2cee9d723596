import {
  ActOutcomes,
  Alert,
  AlertComment,
  AlertDetail,
  AlertPage,
  AlertQuery,
  actBody,
  actFields,
  actsBody,
  type VersionedAct,
} from '@lading/shared/contract/alert'
import { IdParams } from '@lading/shared/contract/common'
import { longestSnoozeMs } from '@lading/shared/domain/alert-handling'
import { liveTopics } from '@lading/shared/live/topics'
import { type Act, actOnAlerts, type Refused, type Target } from '@lading/store/postgres/alert/act'
import { getAlert } from '@lading/store/postgres/alert/get'
import { listAlerts } from '@lading/store/postgres/alert/list'
import { DomainError } from '@lading/store/postgres/domain-error'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import type { App } from '../../app.ts'
import { readBbox } from '../../bbox.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['alerts']

const summaries: Record<VersionedAct, string> = {
  acknowledge: 'Say that somebody has seen it',
  assign: 'Give it to somebody, or take it from whoever has it',
  snooze: 'Set it aside until a time, or until it worsens',
  wake: 'Bring it back from a snooze',
  resolve: 'Say that it is dealt with, and how; it comes back when it worsens',
  reopen: 'Bring back what was resolved while its cause is still there',
}

export const alertRoutes = async (app: App, { database: { db }, bus, clock }: Dependencies) => {
  app.get(
    '/v1/alerts',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Alerts, newest first', querystring: AlertQuery, response: { 200: AlertPage } },
    },
    ({ query: { bbox, limit = 50, ...filter } }) => listAlerts(db, { ...filter, limit, bbox: readBbox(bbox), now: clock.now() }),
  )

  app.get(
    '/v1/alerts/:id',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'One alert, and what was done about it', params: IdParams, response: { 200: AlertDetail } },
    },
    async ({ params: { id } }) => {
      const alert = await getAlert(db, id)
      if (!alert) throw refusal({ id, code: 'alert-not-found', alert: null })
      return alert
    },
  )

  const act = async (targets: Target[], what: Act, signedIn: SignedIn | undefined) => {
    const now = clock.now()
    if (what.kind === 'snooze') checkUntil(what.until, now)
    const outcomes = await actOnAlerts(db, targets, what, { userId: (signedIn as SignedIn).userId, now })
    if (outcomes.done.length > 0) {
      bus.publish(liveTopics.alerts, { alerts: outcomes.done })
      // How many alerts a shipment has is part of its summary.
      if (what.kind === 'resolve' || what.kind === 'reopen')
        bus.publish(liveTopics.shipments, { shipmentIds: [...new Set(outcomes.done.map(({ shipmentId }) => shipmentId))] })
    }
    return outcomes
  }

  const one = async (target: Target, what: Act, signedIn: SignedIn | undefined): Promise<Alert> => {
    const { done, refused } = await act([target], what, signedIn)
    if (refused[0]) throw refusal(refused[0])
    return done[0] as Alert
  }

  for (const name of Object.keys(actFields) as VersionedAct[]) {
    app.post(
      `/v1/alerts/:id/${name}`,
      {
        config: { access: 'operator' },
        schema: { tags, summary: summaries[name], params: IdParams, body: actBody(name), response: { 200: Alert } },
      },
      ({ params: { id }, body: { version, ...fields }, signedIn }) => one({ id, version }, toAct(name, fields), signedIn),
    )
    app.post(
      `/v1/alerts/${name}`,
      {
        config: { access: 'operator' },
        schema: {
          tags,
          summary: `${summaries[name]}: several at once`,
          description: 'What somebody else changed meanwhile is left as it is and named; the rest is done.',
          body: actsBody(name),
          response: { 200: ActOutcomes },
        },
      },
      ({ body: { alerts, ...fields }, signedIn }) => act(alerts, toAct(name, fields), signedIn),
    )
  }

  app.post(
    '/v1/alerts/:id/comments',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Say something about it', params: IdParams, body: AlertComment, response: { 201: Alert } },
    },
    async ({ params: { id }, body: { note }, signedIn }, reply) =>
      reply.code(201).send(await one({ id }, { kind: 'comment', note: note.trim() }, signedIn)),
  )
}

// The schema of the act has seen the fields.
const toAct = (kind: VersionedAct, { until, ...fields }: { until?: string }): Act =>
  ({ kind, ...fields, ...(until !== undefined && { until: new Date(until) }) }) as Act

const checkUntil = (until: Date, now: Date) => {
  const ms = until.getTime() - now.getTime()
  const message = ms <= 0 ? 'is over already' : ms > longestSnoozeMs ? 'is more than 30 days away' : undefined
  if (message) throw new DomainError('not-valid', 'It cannot be set aside until then.', [{ path: '/until', message }])
}

const refusal = ({ code, alert }: Refused) => {
  if (code === 'alert-not-found') return new DomainError(code, 'There is no such alert.')
  if (code === 'alert-changed')
    return new DomainError(code, `Somebody else did something about it: it is at version ${alert?.version} now.`)
  return new DomainError(code, alert?.closedAt ? 'Its cause is gone.' : 'It is not in a state for this.')
}
