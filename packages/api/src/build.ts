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
import { accuracyRoutes } from './routes/accuracy.ts'
import { alertRoutes } from './routes/alerts.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { arrivalHistoryRoutes } from './routes/arrival-history.ts'
import { brandRoutes } from './routes/brands.ts'
import { bridgeRoutes } from './routes/bridges.ts'
import { brokerRoutes } from './routes/broker.ts'
import { claimRoutes } from './routes/claims.ts'
import { clearanceHistoryRoutes } from './routes/clearance-history.ts'
import { currencyExposureRoutes } from './routes/currency-exposure.ts'
import { currencyPlaybookRoutes } from './routes/currency-playbooks.ts'
import { customsRoutes } from './routes/customs.ts'
import { customsFiguresRoutes } from './routes/customs-figures.ts'
import { customsOfficeRoutes } from './routes/customs-offices.ts'
import { dashboardRoutes } from './routes/dashboard.ts'
import { deadLetterRoutes } from './routes/dead-letters.ts'
import { declarationCheckRoutes } from './routes/declaration-check.ts'
import { deliveryWishRoutes } from './routes/delivery-wishes.ts'
import { demandRoutes } from './routes/demand.ts'
import { deviceIdentityRoutes } from './routes/device-identity.ts'
import { deviceRoutes } from './routes/devices.ts'
import { dutyRoutes } from './routes/duties.ts'
import { embedRoutes } from './routes/embed.ts'
import { exchangeRateRoutes } from './routes/exchange-rates.ts'
import { exportRoutes } from './routes/export.ts'
import { geofenceRoutes } from './routes/geofences.ts'
import { hazardRoutes } from './routes/hazards.ts'
import { healthRoutes } from './routes/health.ts'
import { landedCostRoutes } from './routes/landed-cost.ts'
import { liveRoutes } from './routes/live.ts'
import { locationRoutes } from './routes/locations.ts'
import { mapRoutes } from './routes/map.ts'
import { merchantRoutes } from './routes/merchants.ts'
import { modelRoutes } from './routes/models.ts'
import { networkRoutes } from './routes/network.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { partnerEvidenceRoutes } from './routes/partner-evidence.ts'
import { partnerPortalRoutes } from './routes/partner-portal.ts'
import { partnerSubmissionRoutes } from './routes/partner-submissions.ts'
import { partnerRoutes } from './routes/partners.ts'
import { paymentOfferRoutes } from './routes/payment-offers.ts'
import { paymentWebhookRoutes } from './routes/payment-webhook.ts'
import { peopleRoutes } from './routes/people.ts'
import { productRoutes } from './routes/products.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { purchaseOrderRoutes } from './routes/purchase-orders.ts'
import { readingRoutes } from './routes/readings.ts'
import { riskRoutes } from './routes/risk.ts'
import { sanctionsRoutes } from './routes/sanctions.ts'
import { sandboxCheckoutRoutes } from './routes/sandbox-checkout.ts'
import { serviceRoutes } from './routes/services.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingsRoutes } from './routes/settings.ts'
import { shipmentRoutes } from './routes/shipments.ts'
import { stockRoutes } from './routes/stock.ts'
import { stockTransferRoutes } from './routes/stock-transfers.ts'
import { trackRoutes } from './routes/track.ts'
import { trackingDutyRoutes } from './routes/tracking-duties.ts'
import { trackingLinkRoutes } from './routes/tracking-links.ts'
import { trackingLookUpRoutes } from './routes/tracking-look-up.ts'
import { trackingNewsRoutes } from './routes/tracking-news.ts'
import { trackingPageRoutes } from './routes/tracking-page.ts'
import { trackingPushRoutes } from './routes/tracking-push.ts'
import { tradeRuleRoutes } from './routes/trade-rules.ts'
import { userRoutes } from './routes/users.ts'
import { viewRoutes } from './routes/views.ts'
import { warningRoutes } from './routes/warnings.ts'
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
  await app.register(sessions, { sql: given.database.sql })
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
