import { createReadStream, existsSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClock } from '@lading/shared/clock'
import type { Shipment, ShipmentSummary } from '@lading/shared/contract/shipment'
import { sampleAccuracy, sampleModels } from './accuracy.ts'
import { createFleet } from './fleet.ts'
import { places } from './places.ts'
import { createWorld } from './world.ts'

/**
 * A stand-in for the api, to work on the dashboard without the platform:
 * `node packages/dashboard/test/mock/server.ts [port] [shipments]`. Any e-mail with the password "demo" signs in.
 */
const port = Number(process.argv[2] ?? 4173)
const count = Number(process.argv[3] ?? 120)
const speed = 60
const started = new Date()
const clock = createClock({ origin: started, start: started, speed })
const world = createWorld(count, started.getTime())
const fleet = createFleet()
const nowMs = () => clock.now().getTime()
const dist = fileURLToPath(new URL('../../dist', import.meta.url))

// What the api sends: a page that breaks it must break here too.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
  '.png': 'image/png',
}

const json = (response: ServerResponse, status: number, body: unknown) => {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}
const problem = (response: ServerResponse, status: number, code: string) =>
  json(response, status, { type: 'about:blank', title: code, status, code })
const file = (response: ServerResponse, path: string) => {
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': policy })
  createReadStream(path).pipe(response)
}

const full = () => world.map(({ at }) => at(nowMs()).shipment)
const place = ({ code, name, country }: ShipmentSummary['origin']) => ({ code, name, country })
const summaryOf = (shipment: Shipment): ShipmentSummary => {
  const { id, trackingNumber, reference, state, mode, carrier, promisedAt, position, progress, eta } = shipment
  const { openAlerts, worstSeverity, updatedAt, origin, destination } = shipment
  const facts = {
    id,
    trackingNumber,
    reference,
    state,
    mode,
    carrier,
    promisedAt,
    position,
    progress,
    eta,
    openAlerts,
    worstSeverity,
    updatedAt,
  }
  return { ...facts, origin: place(origin), destination: place(destination) }
}
const summaries = () => full().map(summaryOf)
const alerts = () => full().flatMap((shipment) => shipment.alerts)
const clients = new Set<ServerResponse>()
const send = (response: ServerResponse, event: string, data: unknown) =>
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

setInterval(() => {
  if (clients.size === 0) return
  const positions = summaries().flatMap(({ id, position }) => (position ? [{ shipmentId: id, ...position }] : []))
  for (const client of clients) send(client, 'positions', positions)
}, 2000)

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mock')
  const signedIn = request.headers.cookie?.includes('lading_session=mock') ?? false
  const who = { id: '00000000-0000-4000-8000-0000000000aa', email: 'demo@lading.example', name: 'Ada Demo', role: 'operator' }
  if (pathname === '/v1/settings')
    return json(response, 200, {
      clock: { now: clock.now().toISOString(), speed },
      signedIn,
      broker: { host: null, port: 1883, tls: false },
      tiles: null,
    })
  if (pathname === '/v1/session' && request.method === 'POST') {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString())
    if (body.password !== 'demo') return problem(response, 401, 'wrong-credentials')
    response.setHeader('set-cookie', 'lading_session=mock; HttpOnly; SameSite=Lax; Path=/')
    return json(response, 200, who)
  }
  if (pathname === '/v1/session' && request.method === 'DELETE') {
    return response.writeHead(204, { 'set-cookie': 'lading_session=; Max-Age=0; Path=/' }).end()
  }
  if (pathname.startsWith('/v1/') && !signedIn) return problem(response, 401, 'not-signed-in')
  if (pathname === '/v1/session') return json(response, 200, who)
  if (pathname === '/v1/people') return json(response, 200, [{ id: who.id, name: who.name, role: who.role }])
  if (pathname === '/v1/views') return json(response, 200, [])
  if (pathname === '/v1/stock') return json(response, 200, { items: [] })
  if (pathname === '/v1/warehouses') return json(response, 200, [])
  if (pathname === '/v1/geofences' || pathname === '/v1/hazards') return json(response, 200, { items: [], nextCursor: null })
  if (pathname === '/v1/locations') return json(response, 200, Object.values(places))
  if (pathname === '/v1/alerts') return json(response, 200, { items: alerts(), nextCursor: null })
  if (pathname === '/v1/accuracy') return json(response, 200, sampleAccuracy(searchParams.get('kind') ?? 'arrival', clock.now()))
  if (
    pathname === '/v1/warning-rules' ||
    pathname === '/v1/playbooks' ||
    /^\/v1\/(alerts|currency-exposure)\/[^/]+\/playbooks$/.test(pathname)
  )
    return json(response, 200, { items: [] })
  if (pathname === '/v1/risk' || pathname === '/v1/risk/groups' || pathname.startsWith('/v1/country-'))
    return json(response, 200, { items: [], nextCursor: null })
  if (pathname === '/v1/models') return json(response, 200, { items: sampleModels(clock.now()) })
  if (pathname === '/v1/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const shipments = summaries().filter(({ position }) => position)
    send(response, 'snapshot', { shipments, clusters: [], total: shipments.length })
    clients.add(response)
    return request.on('close', () => clients.delete(response))
  }
  if (pathname === '/v1/shipments') {
    const q = searchParams.get('q')?.toLowerCase() ?? ''
    const found = full().filter(({ parties, devices }) => JSON.stringify([parties, devices]).toLowerCase().includes(q))
    const from = Number(searchParams.get('cursor') ?? 0)
    const items = found.slice(from, from + 500).map(summaryOf)
    return json(response, 200, { items, nextCursor: from + 500 < found.length ? String(from + 500) : null })
  }
  if (pathname === '/v1/devices' && request.method === 'POST') {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString())
    if (fleet.has(body.id)) return problem(response, 409, 'device-registered')
    fleet.register(body, clock.now())
    return json(response, 201, {
      id: body.id,
      secret: 'mock-secret-mock-secret-mock-secret-mock-se',
      topic: `lading/v1/${body.id}/telemetry`,
    })
  }
  if (pathname === '/v1/devices') {
    const q = searchParams.get('q')?.toLowerCase() ?? ''
    const items = fleet.list(full(), nowMs()).filter(({ id }) => id.toLowerCase().includes(q))
    return json(response, 200, { items, nextCursor: null })
  }
  if (pathname === '/v1/devices/unknown') {
    const seen = { firstSeenAt: clock.now().toISOString(), lastSeenAt: clock.now().toISOString() }
    const items = ['pump-7', 'ann:phone']
      .filter((id) => !fleet.has(id))
      .map((id) => ({ id, count: 12, topic: `lading/v1/${id}/telemetry`, ...seen }))
    return json(response, 200, { items })
  }
  if (pathname === '/v1/dead-letters/replay') return json(response, 202, { requested: 2 })
  if (pathname === '/v1/dead-letters') {
    const letter = {
      times: 1,
      topic: 'lading/v1/tag/telemetry',
      deviceId: searchParams.get('deviceId'),
      whole: true,
      bytes: 90,
      replayRequestedAt: null,
    }
    const items = [
      { id: '1', reason: 'zero-island', detail: '0.0001, 0', receivedAt: started.toISOString(), ...letter },
      { id: '2', reason: 'clock-in-future', detail: '2027-01-01T00:00:00Z is 40 days ahead', receivedAt: started.toISOString(), ...letter },
    ]
    return json(response, 200, { items, nextCursor: null })
  }
  const [, renewedId] = /^\/v1\/devices\/([^/]+)\/secret$/.exec(pathname) ?? []
  if (renewedId) {
    return json(response, 201, { id: renewedId, secret: 'mock-secret-anew', topic: `lading/v1/${renewedId}/telemetry` })
  }
  const [, deviceId, assigning] = /^\/v1\/devices\/([^/]+)(\/assignments)?$/.exec(pathname) ?? []
  if (deviceId && assigning) {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString())
    fleet.assign(decodeURIComponent(deviceId), body.shipmentId)
    return json(response, 201, { deviceId, shipmentId: body.shipmentId, from: clock.now().toISOString(), until: null })
  }
  if (deviceId) {
    const device = fleet.list(full(), nowMs()).find(({ id }) => id === decodeURIComponent(deviceId))
    return device ? json(response, 200, device) : problem(response, 404, 'device-not-found')
  }
  const [, id, part] = /^\/v1\/shipments\/([^/]+)(?:\/(.+))?$/.exec(pathname) ?? []
  const found = id ? world.find((one) => one.id === id)?.at(nowMs()) : undefined
  if (id && !found) return problem(response, 404, 'not-found')
  if (found && part === 'track')
    return json(response, 200, { points: found.track(), gaps: found.gaps(), total: found.track().length, hourlyUntil: null })
  if (found && part === 'conditions') return json(response, 200, { series: found.conditions() })
  if (found && part === 'tracking-links') {
    return json(response, 201, {
      url: `http://127.0.0.1:${port}/track/sample`,
      expiresAt: new Date(Date.now() + 60 * 24 * 3600_000).toISOString(),
    })
  }
  if (found) return json(response, 200, found.shipment)
  const path = join(dist, pathname)
  file(response, pathname !== '/' && path.startsWith(dist) && existsSync(path) ? path : join(dist, 'index.html'))
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
