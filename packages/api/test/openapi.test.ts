import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { describeApi } from '../src/describe-api.ts'
import { withPrefixItems } from '../src/plugins/openapi.ts'

type Document = { openapi: string; paths: Record<string, Record<string, { summary?: string; 'x-access'?: string }>> }

describe('The OpenAPI document', () => {
  it('that is committed is the one that the routes make (else: node packages/api/src/write-openapi.ts).', async () => {
    const committed = JSON.parse(await readFile(new URL('../openapi.json', import.meta.url), 'utf8'))
    expect(committed).toEqual(await describeApi())
  })

  it('names every route that integrators and pages rely on, with what it does and who may call it.', async () => {
    const { openapi, paths } = (await describeApi()) as Document
    expect(openapi).toBe('3.1.0')
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary, 'x-access': access }]) => {
        expect(summary, path).toBeTruthy()
        expect(['public', 'signed-in', 'partner', 'viewer', 'operator', 'admin']).toContain(access)
        return `${method.toUpperCase()} ${path}`
      }),
    )
    expect(operations.toSorted()).toEqual(
      [
        ...['POST', 'GET', 'DELETE'].map((method) => `${method} /v1/session`),
        'PUT /v1/session/password',
        ...['GET', 'POST'].map((method) => `${method} /v1/users`),
        ...['PATCH', 'DELETE'].map((method) => `${method} /v1/users/{id}`),
        ...['GET', 'POST'].map((method) => `${method} /v1/api-keys`),
        'POST /v1/api-keys/{id}/revoke',
        'GET /v1/settings',
        'GET /v1/locations',
        'PUT /v1/locations/{code}',
        ...['GET', 'POST'].map((method) => `${method} /v1/shipments`),
        ...['GET', 'PATCH'].map((method) => `${method} /v1/shipments/{id}`),
        'GET /v1/shipments/{id}/export/{format}',
        'GET /v1/shipments/{id}/track',
        'GET /v1/shipments/{id}/conditions',
        'GET /v1/shipments/{id}/eta-history',
        'GET /v1/shipments/{id}/customs',
        'PUT /v1/shipments/{id}/customs/{leg}',
        'GET /v1/shipments/{id}/customs/{leg}/changes',
        'POST /v1/shipments/{id}/customs/{leg}/events',
        'GET /v1/customs/entries',
        'POST /v1/customs/messages',
        ...['GET', 'POST'].map((method) => `${method} /v1/customs/figures`),
        'GET /v1/customs/offices',
        ...['PUT', 'DELETE'].map((method) => `${method} /v1/customs/offices/{code}`),
        'GET /v1/services',
        ...['PUT', 'DELETE'].map((method) => `${method} /v1/services/{code}`),
        'POST /v1/services/csv',
        ...['routes', 'facilities'].map((what) => `POST /v1/network/${what}`),
        'GET /v1/shipments/{id}/alternatives',
        'POST /v1/clearance-history',
        ...['GET', 'POST'].map((method) => `${method} /v1/trade-rules`),
        'POST /v1/trade-rules/import',
        'GET /v1/trade-rules/{id}',
        'GET /v1/trade-rules/{id}/history',
        ...['end', 'reinstate'].map((what) => `POST /v1/trade-rules/{id}/${what}`),
        'POST /v1/landed-cost',
        'GET /v1/landed-cost/{id}',
        'POST /v1/landed-cost/{id}/compare',
        ...['', '/history', '/convert'].map((what) => `GET /v1/exchange-rates${what}`),
        'POST /v1/exchange-rates/import',
        'GET /v1/currency-exposure',
        'POST /v1/arrival-history',
        ...['risk', 'risk/groups', 'risk/reliability', 'shipments/{id}/risk'].map((path) => `GET /v1/${path}`),
        ...['warning-rules', 'playbooks', 'alerts/{id}/playbooks'].flatMap((path) =>
          ['GET', 'POST'].map((method) => `${method} /v1/${path}`),
        ),
        ...['warning-rules', 'playbooks'].flatMap((path) => ['PUT', 'DELETE'].map((method) => `${method} /v1/${path}/{id}`)),
        'POST /v1/playbook-runs/{id}/steps/{position}',
        'POST /v1/shipments/{id}/drills',
        'POST /v1/alerts/{id}/end-drill',
        'POST /v1/shipments/{id}/reports',
        'POST /v1/shipments/{id}/reports/{reportId}/settle',
        ...['GET', 'PUT'].map((method) => `${method} /v1/country-indices`),
        ...['GET', 'POST'].map((method) => `${method} /v1/country-events`),
        'POST /v1/country-events/import',
        ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1/country-events/{id}`),
        'POST /v1/shipments/{id}/tracking-links',
        ...['GET', 'POST'].map((method) => `${method} /v1/devices`),
        'GET /v1/devices/{id}',
        'POST /v1/devices/{id}/assignments',
        'POST /v1/devices/{id}/revoke',
        'POST /v1/devices/{id}/secret',
        'GET /v1/gateways',
        ...['GET', 'PUT'].map((method) => `${method} /v1/gateways/{id}/devices`),
        ...['GET', 'POST'].map((method) => `${method} /v1/bridges`),
        ...['PATCH', 'DELETE'].map((method) => `${method} /v1/bridges/{name}`),
        ...['secret', 'revoke'].map((what) => `POST /v1/bridges/{name}/${what}`),
        ...['GET', 'POST'].map((method) => `${method} /v1/products`),
        ...['GET', 'POST'].map((method) => `${method} /v1/warehouses`),
        'GET /v1/stock',
        'GET /v1/stock/{product}/{warehouse}',
        'PUT /v1/stock/{product}/{warehouse}/terms',
        ...['movements', 'reservations', 'what-if'].map((what) => `POST /v1/stock/${what}`),
        'GET /v1/stock/proposals',
        ...['GET', 'POST'].map((method) => `${method} /v1/stock/transfers`),
        ...['GET', 'PATCH'].map((method) => `${method} /v1/stock/transfers/{id}`),
        ...['approve', 'reject'].map((what) => `POST /v1/stock/proposals/{id}/${what}`),
        ...['GET', 'POST'].map((method) => `${method} /v1/purchase-orders`),
        ...['GET', 'PATCH'].map((method) => `${method} /v1/purchase-orders/{id}`),
        'POST /v1/purchase-orders/{id}/receipts',
        'GET /v1/suppliers',
        ...['GET', 'POST'].map((method) => `${method} /v1/partners`),
        ...['GET', 'PUT'].map((method) => `${method} /v1/partners/{code}`),
        'POST /v1/partners/{code}/documents',
        'DELETE /v1/partners/{code}/documents/{id}',
        ...['PUT', 'DELETE'].map((method) => `${method} /v1/partners/{code}/suspension`),
        ...['GET', 'POST'].map((method) => `${method} /v1/partners/{code}/evidence`),
        'POST /v1/partner-evidence',
        ...['', '/score', '/evidence', '/shipments', '/shipments/{id}', '/orders', '/orders/{id}', '/demand'].map(
          (path) => `GET /v1/partner${path}`,
        ),
        'POST /v1/partner/orders/{id}/confirmations',
        'GET /v1/sanctions-lists',
        ...['PUT', 'DELETE'].map((method) => `${method} /v1/sanctions-lists/{code}`),
        'GET /v1/screening-hits',
        ...['GET', 'POST'].map((method) => `${method} /v1/claims`),
        ...['', '/packs/{sequence}', '/verification'].map((what) => `GET /v1/claims/{id}${what}`),
        ...['moves', 'comments', 'attachments', 'packs'].map((what) => `POST /v1/claims/{id}/${what}`),
        'POST /v1/screening-hits/{id}/decision',
        'POST /v1/demand-history',
        'POST /v1/demand-events',
        'GET /v1/broker',
        'POST /v1/broker/authentication',
        'POST /v1/broker/authorization',
        'GET /v1/devices/unknown',
        ...['', '/counts', '/{id}'].map((path) => `GET /v1/dead-letters${path}`),
        'POST /v1/dead-letters/replay',
        'POST /v1/readings',
        'GET /v1/alerts',
        'GET /v1/alerts/{id}',
        ...['acknowledge', 'assign', 'snooze', 'wake', 'resolve', 'reopen'].flatMap((act) => [
          `POST /v1/alerts/${act}`,
          `POST /v1/alerts/{id}/${act}`,
        ]),
        'POST /v1/alerts/{id}/comments',
        'GET /v1/people',
        ...['GET', 'POST'].map((method) => `${method} /v1/views`),
        ...['PATCH', 'DELETE'].map((method) => `${method} /v1/views/{id}`),
        'PUT /v1/views/default',
        'GET /v1/models',
        'POST /v1/models/{name}/train',
        'GET /v1/accuracy',
        'GET /v1/backtests',
        ...['geofences', 'hazards'].flatMap((areas) => [
          ...['GET', 'POST'].map((method) => `${method} /v1/${areas}`),
          ...['GET', 'POST'].map((method) => `${method} /v1/${areas}/geojson`),
          ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1/${areas}/{id}`),
        ]),
        'GET /v1/map',
        'GET /v1/live',
        'GET /health/live',
        'GET /health/ready',
        'GET /metrics',
        ...['GET', 'POST'].map((method) => `${method} /track`),
        'GET /v1/merchants',
        ...['PUT', 'DELETE'].flatMap((method) => [`${method} /v1/merchants/{code}`, `${method} /v1/merchants/{code}/logo`]),
        'GET /brands/{code}/{hash}',
        'GET /brands/{code}/style.css',
        'GET /embed/{code}/look-up',
        'GET /embed/{code}/shipment/{token}',
        'GET /v1/shipments/{id}/delivery-wishes',
        'GET /v1/shipments/{id}/declaration-check',
        'POST /v1/declaration-check',
        ...['feedback', 'news', 'wishes'].map((what) => `POST /track/{token}/${what}`),
        'POST /track/{token}/push',
        'POST /track/{token}/push/stop',
        'GET /track/news/{secret}',
        'POST /track/news/{secret}/confirm',
        ...['GET', 'POST'].map((method) => `${method} /track/news/{secret}/stop`),
        'POST /v1/shipments/{id}/proof-of-delivery',
        'GET /track/{token}',
        ...['map.json', 'arrival.ics'].map((file) => `GET /track/{token}/${file}`),
      ].toSorted(),
    )
  })

  it('writes tuples as OpenAPI 3.1 wants them, wherever they stand.', () => {
    const tuple = { type: 'array', items: [{ type: 'number' }, { type: 'string' }], additionalItems: false, minItems: 2 }
    const written = { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, minItems: 2 }
    expect(withPrefixItems({ a: [tuple], b: { type: 'array', items: tuple } })).toEqual({
      a: [written],
      b: { type: 'array', items: written },
    })
  })
})
