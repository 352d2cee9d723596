import type { MapView } from '@lading/shared/contract/map'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { Bbox } from '@lading/shared/geo/bbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeWorld } from '../../../src/bbox.ts'
import { createFleet, fleetSource } from '../../../src/fleet/fleet.ts'
import { viewFleet } from '../../../src/fleet/view.ts'
import { newShipment, places } from '../../support/examples.ts'
import { moveTo, openAlert } from '../../support/follow.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const now = new Date('2026-03-10T12:00:00Z')

describe('The map', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  const create = async (trackingNumber: string) => {
    const response = await as('POST', '/v1/shipments', newShipment({ trackingNumber }))
    return (response.json() as Shipment).id
  }
  const shown = async (query = '') => {
    const view = (await as('GET', `/v1/map${query}`)).json() as MapView
    return view.shipments.map(({ trackingNumber }) => trackingNumber).toSorted()
  }

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => now } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    await create('NOT-YET-SEEN')
    const at = '2026-03-10T11:00:00Z'
    await moveTo(api, await create('AT-SEA-1'), { lat: 10, lon: 60, at })
    await moveTo(api, await create('AT-SEA-2'), { lat: 10.1, lon: 60.1, at })
    await moveTo(api, await create('ALONE'), { lat: 52, lon: 5, at })
    await moveTo(api, await create('JUST-DELIVERED'), { lat: 52, lon: 179.9, at: '2026-03-09T13:00:00Z', state: 'delivered' })
    await moveTo(api, await create('LONG-DELIVERED'), { lat: 52, lon: 5, at: '2026-03-09T11:00:00Z', state: 'delivered' })
    await moveTo(api, await create('LONG-SILENT'), { lat: 52, lon: -179.9, at: '2026-01-01T00:00:00Z' })
  })
  afterAll(() => api?.stop())

  it('Shows what has a position and is not finished for more than a day.', async () => {
    expect(await shown()).toEqual(['ALONE', 'AT-SEA-1', 'AT-SEA-2', 'JUST-DELIVERED', 'LONG-SILENT'])
  })

  it('A box across the antimeridian shows both of its sides.', async () => {
    expect(await shown('?bbox=179,50,-179,54')).toEqual(['JUST-DELIVERED', 'LONG-SILENT'])
    expect(await shown('?bbox=0,50,10,54')).toEqual(['ALONE'])
  })

  it('Beyond what can be told apart, neighbours become one cluster and who is alone stays itself.', async () => {
    const [{ id }] = (await as('GET', '/v1/shipments?q=AT-SEA-1')).json().items
    await openAlert(api, id, 'stalled', 'warning', '2026-03-10T11:00:00Z')
    const fleet = createFleet({ source: fleetSource(api.database.db), clock: { now: () => now }, log: api.app.log })
    const view = async (bbox: Bbox, zoom: number, limits: { fleetMax: number; boxMax: number }) =>
      JSON.parse(String(Buffer.concat(viewFleet(await fleet.look(), { bbox, zoom }, limits).parts))) as MapView
    const { total, clusters, shipments } = await view(wholeWorld, 3, { fleetMax: 4, boxMax: 4 })
    expect(total).toBe(5)
    expect(clusters).toEqual([{ lat: expect.closeTo(10.05), lon: expect.closeTo(60.05), count: 2, openAlerts: 1 }])
    expect(shipments.map(({ trackingNumber }) => trackingNumber).toSorted()).toEqual(['ALONE', 'JUST-DELIVERED', 'LONG-SILENT'])
    const closer = await view({ west: 59.9, south: 9.9, east: 60.2, north: 10.2 }, 12, { fleetMax: 4, boxMax: 1 })
    expect([closer.shipments.length, closer.clusters.length, closer.total]).toEqual([2, 0, 2])
  })

  it('A shipment on the map is what its list says.', async () => {
    const [listed] = (await as('GET', '/v1/shipments?q=AT-SEA-2')).json().items
    const { shipments } = (await as('GET', '/v1/map?bbox=60.05,10.05,61,11')).json() as MapView
    expect(shipments).toEqual([listed])
  })
})
