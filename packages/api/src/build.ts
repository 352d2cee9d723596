import { authenticateDevice } from '@lading/store/postgres/device/authenticate'
import { lookUpLinks } from '@lading/store/postgres/tracking-link/look-up'
import Fastify, { type FastifyServerOptions, LogController } from 'fastify'
import type { App } from './app.ts'
import type { Connections, Dependencies, Settings } from './dependencies.ts'
import { createFleet, fleetSource } from './fleet/fleet.ts'
import { answerWithinMs } from './in-time.ts'
import { createTold } from './landed-cost/told.ts'
import { createLiveFeed } from './live/feed.ts'
import { createSources } from './live/sources.ts'
import { createMetrics } from './metrics.ts'
import { paymentsFrom } from './payments/from-settings.ts'
import { toOwnWebhook } from './payments/to-own-webhook.ts'
import { access } from './plugins/access.ts'
import { apiKeys } from './plugins/api-keys.ts'
import { limits } from './plugins/limits.ts'
import { openapi } from './plugins/openapi.ts'
import { problems, sendProblem } from './plugins/problems.ts'
import { requestMetrics } from './plugins/request-metrics.ts'
import { sameSite } from './plugins/same-site.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { sessions } from './plugins/sessions.ts'
import { timeLimit } from './plugins/time-limit.ts'
import { validation } from './plugins/validation.ts'
import { apiKeyRoutes } from './routes/account/api-keys.ts'
import { merchantRoutes } from './routes/account/merchants.ts'
import { peopleRoutes } from './routes/account/people.ts'
import { sessionRoutes } from './routes/account/session.ts'
import { settingsRoutes } from './routes/account/settings.ts'
import { userRoutes } from './routes/account/users.ts'
import { viewRoutes } from './routes/account/views.ts'
import { clearanceHistoryRoutes } from './routes/customs/clearance-history.ts'
import { customsRoutes } from './routes/customs/customs.ts'
import { declarationCheckRoutes } from './routes/customs/declaration-check.ts'
import { dutyRoutes } from './routes/customs/duties.ts'
import { customsFiguresRoutes } from './routes/customs/figures.ts'
import { landedCostRoutes } from './routes/customs/landed-cost.ts'
import { customsOfficeRoutes } from './routes/customs/offices.ts'
import { sanctionsRoutes } from './routes/customs/sanctions.ts'
import { tradeRuleRoutes } from './routes/customs/trade-rules.ts'
import { bridgeRoutes } from './routes/device/bridges.ts'
import { brokerRoutes } from './routes/device/broker.ts'
import { deadLetterRoutes } from './routes/device/dead-letters.ts'
import { deviceRoutes } from './routes/device/devices.ts'
import { deviceIdentityRoutes } from './routes/device/identity.ts'
import { readingRoutes } from './routes/device/readings.ts'
import { geofenceRoutes } from './routes/map/geofences.ts'
import { liveRoutes } from './routes/map/live.ts'
import { locationRoutes } from './routes/map/locations.ts'
import { mapRoutes } from './routes/map/map.ts'
import { accuracyRoutes } from './routes/model/accuracy.ts'
import { modelRoutes } from './routes/model/models.ts'
import { currencyExposureRoutes } from './routes/money/currency-exposure.ts'
import { currencyPlaybookRoutes } from './routes/money/currency-playbooks.ts'
import { exchangeRateRoutes } from './routes/money/exchange-rates.ts'
import { paymentOfferRoutes } from './routes/money/payment-offers.ts'
import { paymentWebhookRoutes } from './routes/money/payment-webhook.ts'
import { sandboxCheckoutRoutes } from './routes/money/sandbox-checkout.ts'
import { partnerEvidenceRoutes } from './routes/partner/evidence.ts'
import { partnerRoutes } from './routes/partner/partners.ts'
import { partnerPortalRoutes } from './routes/partner/portal.ts'
import { partnerSubmissionRoutes } from './routes/partner/submissions.ts'
import { alertRoutes } from './routes/risk/alerts.ts'
import { hazardRoutes } from './routes/risk/hazards.ts'
import { riskRoutes } from './routes/risk/risk.ts'
import { warningRoutes } from './routes/risk/warnings.ts'
import { dashboardRoutes } from './routes/server/dashboard.ts'
import { healthRoutes } from './routes/server/health.ts'
import { openapiRoutes } from './routes/server/openapi.ts'
import { arrivalHistoryRoutes } from './routes/shipment/arrival-history.ts'
import { claimRoutes } from './routes/shipment/claims.ts'
import { exportRoutes } from './routes/shipment/export.ts'
import { networkRoutes } from './routes/shipment/network.ts'
import { serviceRoutes } from './routes/shipment/services.ts'
import { shipmentRoutes } from './routes/shipment/shipments.ts'
import { trackRoutes } from './routes/shipment/track.ts'
import { demandRoutes } from './routes/stock/demand.ts'
import { productRoutes } from './routes/stock/products.ts'
import { proposalRoutes } from './routes/stock/proposals.ts'
import { purchaseOrderRoutes } from './routes/stock/purchase-orders.ts'
import { stockRoutes } from './routes/stock/stock.ts'
import { stockTransferRoutes } from './routes/stock/transfers.ts'
import { brandRoutes } from './routes/tracking/brands.ts'
import { deliveryWishRoutes } from './routes/tracking/delivery-wishes.ts'
import { trackingDutyRoutes } from './routes/tracking/duties.ts'
import { embedRoutes } from './routes/tracking/embed.ts'
import { trackingLinkRoutes } from './routes/tracking/links.ts'
import { trackingLookUpRoutes } from './routes/tracking/look-up.ts'
import { trackingNewsRoutes } from './routes/tracking/news.ts'
import { trackingPageRoutes } from './routes/tracking/page.ts'
import { trackingPushRoutes } from './routes/tracking/push.ts'
import { createKnownLinks } from './tracking-page/known-links.ts'

type Options = Connections & Pick<Dependencies, 'clock'> & { settings: Settings; logger?: FastifyServerOptions['loggerInstance'] }

// A proxy in front of the api stands on the same machine or network; X-Forwarded-For from anywhere else is the caller's own.
const proxies = ['loopback', 'linklocal', 'uniquelocal']

/** The api over connections that are open already; closing it closes everything but these. */
export const build = async ({ settings, logger, ...given }: Options): Promise<App> => {
  const app: App = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    trustProxy: settings.trustProxy ? proxies : false,
    bodyLimit: 1_000_000,
    requestTimeout: answerWithinMs,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    // Two lines a request say little that the metrics do not; errors are logged where they are handled.
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
  })
  app.removeContentTypeParser('text/plain')

  const metrics = createMetrics()
  const fleet = createFleet({ source: fleetSource(given.database.db), clock: given.clock, log: app.log })
  const sources = createSources({ db: given.database.db, clock: given.clock, fleet })
  const live = createLiveFeed({ sources, bus: given.bus, metrics, log: app.log })
  const links = createKnownLinks({ lookUp: (hashes, since) => lookUpLinks(given.database.sql, hashes, since) })
  const told = createTold(given.database)
  const payments = await paymentsFrom(settings, toOwnWebhook(app))
  const dependencies: Dependencies = { ...given, settings, metrics, fleet, live, links, told, payments }

  await app.register(validation)
  await app.register(problems)
  await app.register(timeLimit)
  await app.register(requestMetrics, { metrics })
  await app.register(securityHeaders, settings)
  await app.register(sameSite, settings)
  await app.register(apiKeys, { sql: given.database.sql })
  await app.register(sessions, { sql: given.database.sql, publicUrl: settings.publicUrl })
  await app.register(limits)
  await app.register(access, { authenticate: (deviceId, secret) => authenticateDevice(given.database.sql, deviceId, secret) })
  await app.register(openapi)
  // Who has written something sees it on the page that comes next.
  app.addHook('onSend', (request, _reply, _payload, next) => {
    if (request.method !== 'GET') links.doubt()
    next()
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    sendProblem(request, reply, { status: 404, code: 'no-such-route', detail: 'There is nothing at this address.' }),
  )

  for (const routes of everyRoute) await app.register(routes, dependencies)
  return app
}

const everyRoute = [
  sessionRoutes,
  userRoutes,
  apiKeyRoutes,
  peopleRoutes,
  viewRoutes,
  settingsRoutes,
  locationRoutes,
  shipmentRoutes,
  customsRoutes,
  customsOfficeRoutes,
  customsFiguresRoutes,
  clearanceHistoryRoutes,
  tradeRuleRoutes,
  landedCostRoutes,
  dutyRoutes,
  paymentWebhookRoutes,
  paymentOfferRoutes,
  trackRoutes,
  exportRoutes,
  trackingLinkRoutes,
  deviceRoutes,
  deadLetterRoutes,
  readingRoutes,
  deviceIdentityRoutes,
  productRoutes,
  stockRoutes,
  stockTransferRoutes,
  demandRoutes,
  proposalRoutes,
  purchaseOrderRoutes,
  exchangeRateRoutes,
  currencyExposureRoutes,
  currencyPlaybookRoutes,
  partnerRoutes,
  partnerEvidenceRoutes,
  partnerPortalRoutes,
  partnerSubmissionRoutes,
  sanctionsRoutes,
  claimRoutes,
  bridgeRoutes,
  brokerRoutes,
  alertRoutes,
  modelRoutes,
  arrivalHistoryRoutes,
  accuracyRoutes,
  geofenceRoutes,
  hazardRoutes,
  riskRoutes,
  warningRoutes,
  serviceRoutes,
  networkRoutes,
  mapRoutes,
  liveRoutes,
  healthRoutes,
  openapiRoutes,
  merchantRoutes,
  brandRoutes,
  embedRoutes,
  trackingPageRoutes,
  trackingNewsRoutes,
  trackingPushRoutes,
  trackingDutyRoutes,
  sandboxCheckoutRoutes,
  declarationCheckRoutes,
  deliveryWishRoutes,
  trackingLookUpRoutes,
  dashboardRoutes,
]
