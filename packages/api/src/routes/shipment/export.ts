import { Readable } from 'node:stream'
import { ExportParams, ExportQuery } from '@lading/shared/contract/track'
import { DomainError } from '@lading/store/postgres/domain-error'
import { assignmentsOf } from '@lading/store/postgres/shipment/assignments'
import { getShipment } from '@lading/store/postgres/shipment/get'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { toCsv } from '../../export/csv.ts'
import { toGeoJson } from '../../export/geojson.ts'
import { toGpx } from '../../export/gpx.ts'
import { inPages } from '../../export/in-pages.ts'
import { deviceRanges } from '../../shipment/device-ranges.ts'

const types = { gpx: 'application/gpx+xml', geojson: 'application/geo+json', csv: 'text/csv; charset=utf-8' }

/** A track to take along, as a file that other programs read. Streamed, however long it is. */
export const exportRoutes = async (app: App, { database: { db }, telemetry, clock }: Dependencies) => {
  app.get(
    '/v1/shipments/:id/export/:format',
    {
      config: { access: 'viewer' },
      schema: {
        tags: ['shipments'],
        summary: 'Where it has been, as GPX or GeoJSON, or every reading as CSV',
        description:
          'The devices that went with it, each for its time. GPX and GeoJSON have one fix an hour where readings are not kept any more; CSV has the readings that are.',
        params: ExportParams,
        querystring: ExportQuery,
        produces: Object.values(types),
        response: { 200: Type.String() },
      },
    },
    async ({ params: { id, format }, query }, reply) => {
      const [shipment, assignments] = await Promise.all([getShipment(db, id), assignmentsOf(db, id)])
      if (!shipment || !assignments) throw new DomainError('shipment-not-found', 'There is no such shipment.')
      const ranges = deviceRanges(assignments, query, clock.now())
      const written = {
        gpx: () => toGpx(shipment.trackingNumber, inPages(ranges, telemetry.fixes)),
        geojson: () => toGeoJson(inPages(ranges, telemetry.fixes)),
        csv: () => toCsv(inPages(ranges, telemetry.readings)),
      }
      return (
        reply
          .type(types[format])
          .header('content-disposition', `attachment; filename="${shipment.trackingNumber.replace(/[^\w.-]/g, '_')}.${format}"`)
          // The schema describes the text; what is sent is the stream of it.
          .send(Readable.from(written[format]()) as unknown as string)
      )
    },
  )
}
