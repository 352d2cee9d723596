import { IdParams } from '@lading/shared/contract/common'
import { EvidenceQuery } from '@lading/shared/contract/partner-evidence'
import {
  NewDispute,
  NewDisputeMove,
  OrderConfirmation,
  OwnDispute,
  PartnerDemandList,
  PartnerOrder,
  PartnerOrderList,
  PartnerOwnEvidenceList,
  PartnerOwnScore,
  PartnerProfile,
  PartnerShipment,
  PartnerShipmentPage,
  PartnerShipmentQuery,
} from '@lading/shared/contract/partner-portal'
import { getClaim } from '@lading/store/postgres/claim/list'
import { moveClaim } from '@lading/store/postgres/claim/move'
import { getPartner } from '@lading/store/postgres/partner/list'
import { registeredAs } from '@lading/store/postgres/partner/registered'
import { confirmPurchaseOrder } from '@lading/store/postgres/purchase-order/confirm'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import { sharedForecasts } from '@lading/store/postgres/shared-with-partner/demand'
import { ownOrders, sharedOrder, sharedOrders } from '@lading/store/postgres/shared-with-partner/orders'
import { sharedShipment, sharedShipments, takesPartIn } from '@lading/store/postgres/shared-with-partner/shipments'
import { namesAs } from '@lading/store/postgres/shared-with-partner/takes-part'
import type { App } from '../../app.ts'
import { askForForecast } from '../../ask-for-work.ts'
import { openWithEvidence } from '../../claim/open.ts'
import type { Dependencies } from '../../dependencies.ts'
import { evidenceOfPartner } from '../../partner/evidence-of.ts'
import { codeOf } from '../../partner-portal/code-of.ts'
import { demandOf } from '../../partner-portal/demand-of.ts'
import { ownEvidence, ownScore, profileOf } from '../../partner-portal/what-partners-see.ts'

const tags = ['partner portal']
const config = { access: 'partner' } as const

/**
 * What somebody of a partner sees and does. Whose it is follows from the session alone: no route takes the code of a partner. What the
 * partner takes no part in is not there.
 */
export const partnerPortalRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  const own = (signedIn: SignedIn | undefined) => registeredAs(db, codeOf(signedIn))

  app.get(
    '/v1/partner',
    { config, schema: { tags, summary: 'Who one is, and what has to be shown', response: { 200: PartnerProfile } } },
    async ({ signedIn }) => profileOf(await getPartner(db, codeOf(signedIn), clock.now())),
  )

  app.get(
    '/v1/partner/score',
    { config, schema: { tags, summary: "One's own score by aspect, and how it was", response: { 200: PartnerOwnScore } } },
    async ({ signedIn }) => ownScore(await getPartner(db, codeOf(signedIn), clock.now())),
  )

  app.get(
    '/v1/partner/evidence',
    {
      config,
      schema: {
        tags,
        summary: "What one's own score rests on, thing by thing",
        querystring: EvidenceQuery,
        response: { 200: PartnerOwnEvidenceList },
      },
    },
    async ({ signedIn, query: { aspect, bad, limit = 100 } }) => {
      const now = clock.now()
      const partner = await own(signedIn)
      const wanted = (await evidenceOfPartner(db, partner.code, now)).filter(
        (one) => (aspect === undefined || one.aspect === aspect) && (bad === undefined || one.isGood !== bad),
      )
      const shown = wanted.reverse().slice(0, limit)
      const [shipments, orders] = await Promise.all([
        takesPartIn(db, partner, [...new Set(shown.flatMap(({ shipment }) => shipment?.id ?? []))]),
        ownOrders(db, partner, [...new Set(shown.flatMap(({ order }) => order?.id ?? []))]),
      ])
      return { items: shown.map((one) => ownEvidence(one, { shipments, orders })), total: wanted.length }
    },
  )

  app.post(
    '/v1/partner/disputes',
    {
      config,
      schema: {
        tags,
        summary: "Say that a thing that one's score rests on is wrong",
        description: 'Somebody of the staff decides on it. Upheld, it counts no longer.',
        body: NewDispute,
        response: { 200: OwnDispute },
      },
    },
    async ({ signedIn, body }) => {
      const [partner, now] = [codeOf(signedIn), clock.now()]
      const id = await openWithEvidence(db, { kind: 'score', partner, ...body }, { userId: (signedIn as SignedIn).userId, now, partner })
      return { number: (await getClaim(db, id, now)).number }
    },
  )

  app.post(
    '/v1/partner/disputes/:id/moves',
    {
      config,
      schema: {
        tags,
        summary: "Withdraw a dispute of one's own, or appeal where it was rejected",
        params: IdParams,
        body: NewDisputeMove,
        response: { 200: OwnDispute },
      },
    },
    async ({ signedIn, params: { id }, body }) => {
      const [partner, now] = [codeOf(signedIn), clock.now()]
      await moveClaim(db, id, body, { userId: (signedIn as SignedIn).userId, now, partner })
      return { number: (await getClaim(db, id, now, partner)).number }
    },
  )

  app.get(
    '/v1/partner/shipments',
    {
      config,
      schema: {
        tags,
        summary: 'Shipments that one takes part in, newest first, with what of them concerns one',
        querystring: PartnerShipmentQuery,
        response: { 200: PartnerShipmentPage },
      },
    },
    async ({ signedIn, query: { limit = 50, cursor, open } }) => sharedShipments(db, await own(signedIn), { open, cursor, limit }),
  )

  app.get(
    '/v1/partner/shipments/:id',
    {
      config,
      schema: { tags, summary: 'One of the shipments that one takes part in', params: IdParams, response: { 200: PartnerShipment } },
    },
    async ({ signedIn, params: { id } }) => sharedShipment(db, await own(signedIn), id),
  )

  app.get(
    '/v1/partner/orders',
    { config, schema: { tags, summary: 'Open orders of what one supplies', response: { 200: PartnerOrderList } } },
    async ({ signedIn }) => ({ items: await sharedOrders(db, await own(signedIn)) }),
  )

  app.get(
    '/v1/partner/orders/:id',
    { config, schema: { tags, summary: 'An order of what one supplies', params: IdParams, response: { 200: PartnerOrder } } },
    async ({ signedIn, params: { id } }) => sharedOrder(db, await own(signedIn), id),
  )

  app.post(
    '/v1/partner/orders/:id/confirmations',
    {
      config,
      schema: {
        tags,
        summary: 'Say on which day what is open of an order comes',
        description: 'Told again, the newest counts; what was planned stays beside it. All lines or none.',
        params: IdParams,
        body: OrderConfirmation,
        response: { 200: PartnerOrder },
      },
    },
    async ({ signedIn, params: { id }, body: { lines }, log }) => {
      const partner = await own(signedIn)
      const who = { userId: (signedIn as SignedIn).userId, partnerCode: partner.code, names: namesAs(partner, 'supplier') }
      await confirmPurchaseOrder(db, id, lines, { ...who, now: clock.now() })
      await askForForecast(queue, log)
      return sharedOrder(db, partner, id)
    },
  )

  app.get(
    '/v1/partner/demand',
    {
      config,
      schema: { tags, summary: 'Demand that is forecast for what one supplies, week by week', response: { 200: PartnerDemandList } },
    },
    async ({ signedIn }) => ({ items: (await sharedForecasts(db, await own(signedIn))).map(demandOf) }),
  )
}
