import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the api measures of itself, in a registry of its own so that several can live in one process. */
export const createMetrics = () => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'lading_http_request_seconds',
      help: 'How long requests took, the live feed aside',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    trackingAnswers: new Counter({
      name: 'lading_tracking_answers_total',
      help: 'Tracking pages and maps that were answered: kept ones, and those that were made',
      labelNames: ['from'],
      registers,
    }),
    paymentEvents: new Counter({
      name: 'lading_payment_events_total',
      help: 'What payment providers told: taken, known before, of nobody, or why it was refused',
      labelNames: ['outcome'],
      registers,
    }),
    liveClients: new Gauge({ name: 'lading_live_clients', help: 'Clients that follow the live feed now', registers }),
    liveEvents: new Counter({ name: 'lading_live_events_total', help: 'Events sent to them', labelNames: ['event'], registers }),
    liveDropped: new Counter({ name: 'lading_live_dropped_total', help: 'Clients dropped because they did not keep up', registers }),
  }
}

export type ApiMetrics = ReturnType<typeof createMetrics>
