import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; patternProperties?: Record<string, Schema> }
type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }
type Document = { paths: Record<string, Record<string, Operation>> }

const fieldsOf = ({ properties = {}, items, anyOf = [], patternProperties }: Schema): string[] => [
  ...Object.entries(properties).flatMap(([name, inner]) => {
    const deeper = fieldsOf(inner)
    return deeper.length === 0 ? [name] : deeper.map((field) => `${name}.${field}`)
  }),
  ...(items ? fieldsOf(items) : []),
  ...anyOf.flatMap(fieldsOf),
  ...(patternProperties ? ['*'] : []),
]

// Answers to partners are held against these schemas, closed, wherever tests ask for them: what does not stand here is not in them.
it('A partner sees these fields and no others: whoever adds one says here why it is no business of somebody else.', async () => {
  const { paths } = JSON.parse(await readFile(new URL('../openapi.json', import.meta.url), 'utf8')) as Document
  const shown = Object.entries(paths)
    .filter(([path]) => /^\/v1\/partner(\/|$)/.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => {
        const fields = Object.entries(responses)
          .filter(([status]) => status.startsWith('2'))
          .flatMap(([, { content }]) => fieldsOf(content?.['application/json']?.schema ?? {}))
        return [`${method.toUpperCase()} ${path}`, fields.join(' ')]
      }),
    )
  expect(Object.fromEntries(shown)).toMatchInlineSnapshot(`
    {
      "DELETE /v1/partner/documents/{id}": "code name country roles status reasons.code reasons.status reasons.document reasons.day documents.id documents.kind documents.number documents.validFrom documents.validUntil submitted.id submitted.kind submitted.number submitted.validFrom submitted.validUntil submitted.note submitted.submittedAt submitted.state submitted.reason",
      "GET /v1/partner": "code name country roles status reasons.code reasons.status reasons.document reasons.day documents.id documents.kind documents.number documents.validFrom documents.validUntil submitted.id submitted.kind submitted.number submitted.validFrom submitted.validUntil submitted.note submitted.submittedAt submitted.state submitted.reason",
      "GET /v1/partner/demand": "items.product items.productName items.warehouseName items.country items.computedAt items.weeks.from items.weeks.until items.weeks.mean items.weeks.p10 items.weeks.p50 items.weeks.p90",
      "GET /v1/partner/evidence": "items.id items.aspect items.isGood items.count items.at items.source items.code items.facts items.shipment.id items.shipment.trackingNumber items.order.id items.order.number items.dispute.id items.dispute.number items.dispute.isOpen items.dispute.isUpheld items.dispute.may total",
      "GET /v1/partner/orders": "items.id items.number items.state items.warehouseName items.country items.orderedAt items.lines.product items.lines.productName items.lines.quantity items.lines.received items.lines.expectedAt items.lines.confirmed.day items.lines.confirmed.recordedAt items.lines.confirmed.by items.lines.confirmed.counts",
      "GET /v1/partner/orders/{id}": "id number state warehouseName country orderedAt lines.product lines.productName lines.quantity lines.received lines.expectedAt lines.confirmed.day lines.confirmed.recordedAt lines.confirmed.by lines.confirmed.counts",
      "GET /v1/partner/score": "score.score score.low score.high score.at score.before aspects.aspect aspects.mean aspects.low aspects.high aspects.observations aspects.bad aspects.share history.at history.score history.low history.high",
      "GET /v1/partner/shipments": "items.id items.trackingNumber items.state items.as items.journey.origin.name items.journey.origin.country items.journey.destination.name items.journey.destination.country items.journey.departure.planned items.journey.departure.estimated items.journey.departure.actual items.journey.arrival.planned items.journey.arrival.estimated items.journey.arrival.actual items.legs.sequence items.legs.mode items.legs.origin.name items.legs.origin.country items.legs.destination.name items.legs.destination.country items.legs.departure.planned items.legs.departure.estimated items.legs.departure.actual items.legs.arrival.planned items.legs.arrival.estimated items.legs.arrival.actual items.entries.legSequence items.entries.country items.entries.office items.entries.reference items.entries.state items.entries.channel items.entries.missing items.entries.lodgedAt items.entries.stateAt items.entries.lastFreeDay items.orders.id items.orders.number nextCursor",
      "GET /v1/partner/shipments/{id}": "id trackingNumber state as journey.origin.name journey.origin.country journey.destination.name journey.destination.country journey.departure.planned journey.departure.estimated journey.departure.actual journey.arrival.planned journey.arrival.estimated journey.arrival.actual legs.sequence legs.mode legs.origin.name legs.origin.country legs.destination.name legs.destination.country legs.departure.planned legs.departure.estimated legs.departure.actual legs.arrival.planned legs.arrival.estimated legs.arrival.actual entries.legSequence entries.country entries.office entries.reference entries.state entries.channel entries.missing entries.lodgedAt entries.stateAt entries.lastFreeDay orders.id orders.number",
      "POST /v1/partner/disputes": "number",
      "POST /v1/partner/disputes/{id}/moves": "number",
      "POST /v1/partner/documents": "code name country roles status reasons.code reasons.status reasons.document reasons.day documents.id documents.kind documents.number documents.validFrom documents.validUntil submitted.id submitted.kind submitted.number submitted.validFrom submitted.validUntil submitted.note submitted.submittedAt submitted.state submitted.reason",
      "POST /v1/partner/orders/{id}/confirmations": "id number state warehouseName country orderedAt lines.product lines.productName lines.quantity lines.received lines.expectedAt lines.confirmed.day lines.confirmed.recordedAt lines.confirmed.by lines.confirmed.counts",
    }
  `)
})
