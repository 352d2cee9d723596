import formBody from '@fastify/formbody'
import { IdParams } from '@lading/shared/contract/common'
import { DeliveryWishes } from '@lading/shared/contract/delivery-wish'
import { daysToChoose, mayWish, wishNoteLength } from '@lading/shared/domain/delivery-wish'
import { liveTopics } from '@lading/shared/live/topics'
import { shownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { keepWish, wishesOf } from '@lading/store/postgres/delivery-wish/wishes'
import { DomainError } from '@lading/store/postgres/domain-error'
import { getShipment } from '@lading/store/postgres/shipment/get'
import { standingOfLink } from '@lading/store/postgres/tracking-link/standing'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { limitPerLink, openToLinks } from '../../plugins/limits.ts'
import { Refusal } from '../../refusal.ts'
import { pageHeaders } from '../../tracking-page/reader.ts'
import { choices, type WishOutcome } from '../../tracking-page/views/wishes.ts'
import { isBroughtToADoor, whenToBring } from '../../tracking-page/wishes.ts'

const WishForm = Type.Object({
  kind: Type.Optional(Type.Enum([...choices])),
  day: Type.Optional(Type.String({ maxLength: 10, description: 'counts with another-day' })),
  note: Type.Optional(Type.String({ maxLength: 2 * wishNoteLength })),
  'take-back': Type.Optional(Type.Literal('yes')),
})

// Whoever waits changes their mind a few times.
const limit = { max: 20, timeWindow: '1 hour' }

/** What recipients wish to be done at the door: said on the tracking page by whoever proved to be the one, seen by the staff. */
export const deliveryWishRoutes = async (app: App, { database: { db, sql }, bus, clock, settings: { dataKey } }: Dependencies) => {
  app.get(
    '/v1/shipments/:id/delivery-wishes',
    {
      config: { access: 'operator' },
      schema: {
        tags: ['shipments'],
        summary: 'What the recipient wishes to be done at the door, and wished before',
        params: IdParams,
        response: { 200: DeliveryWishes },
      },
    },
    async ({ params: { id } }) => {
      if (!(await getShipment(db, id))) throw new DomainError('shipment-not-found', 'There is no such shipment.')
      return dataKey === undefined ? { current: null, history: [] } : wishesOf(db, id, dataKey)
    },
  )

  const limited = limitPerLink(app, limit)
  await app.register(formBody)
  app.post(
    '/track/:token/wishes',
    {
      config: openToLinks,
      schema: {
        tags: ['tracking page'],
        summary: 'Say what is to be done at the door; takes a link that the recipient opened by postcode or e-mail address',
        params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
        body: WishForm,
        consumes: ['application/x-www-form-urlencoded'],
        response: { 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const { body } = request
      const standing = await standingOfLink(db, token)
      if (!standing || dataKey === undefined) throw new Refusal(404, 'no-such-link', 'The link is not complete, or it has expired.')
      await limited(request, reply)
      if (!standing.byFactor) throw new Refusal(403, 'factor-needed', 'Look it up with the postcode or e-mail address of the recipient.')
      const { shipmentId } = standing
      const back = (outcome: WishOutcome) => reply.headers(pageHeaders).redirect(`/track/${token}?wish=${outcome}#wishes`, 303)
      const shipment = await shownShipment(sql, shipmentId)
      const now = clock.now()
      if (!shipment || !mayWish(shipment.state) || !isBroughtToADoor(shipment)) return back('too-late')
      const takesBack = body['take-back'] !== undefined
      const kind = takesBack ? ('none' as const) : body.kind
      if (!kind) throw new DomainError('not-valid', 'Nothing was chosen.', [{ path: '/kind', message: 'is missing' }])
      const day = kind === 'another-day' ? (body.day ?? '') : null
      if (day !== null && !daysToChoose(whenToBring(shipment), now).includes(day)) return back('not-that-day')
      // Browsers count a line break as one character and send two.
      const note = takesBack ? null : (body.note ?? '').replace(/\r\n/g, '\n').trim().slice(0, wishNoteLength) || null
      await keepWish(db, shipmentId, { kind, day, note }, dataKey, now)
      bus.publish(liveTopics.shipments, { shipmentIds: [shipmentId] })
      return back(takesBack ? 'taken-back' : 'kept')
    },
  )
}
