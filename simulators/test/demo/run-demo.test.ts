import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CustomsEntryChange, NewCustomsEvent } from '@lading/shared/contract/customs'
import type { NewShipment, Shipment } from '@lading/shared/contract/shipment'
import { statesByEdifact } from '@lading/shared/domain/customs-entry'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runDemo } from '../../src/demo/run-demo.ts'
import type { SimulatedReading } from '../../src/device/reading-at.ts'
import { faultRates } from '../../src/faults/rates.ts'
import type { Truth } from '../../src/journey/truth-of.ts'
import type { Api } from '../../src/platform/api.ts'
import { type DeviceLogin, DeviceRefused } from '../../src/platform/device-connection.ts'
import { UsageError } from '../../src/usage-error.ts'

const hourMs = 3_600_000
let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lading-demo-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** A platform that remembers what it is told, and a clock that stands still until it is moved. */
const createPlatform = () => {
  const shipments = new Map<string, NewShipment>()
  const sent: { deviceId: string; readings: SimulatedReading[] }[] = []
  const platform = {
    nowMs: Date.parse('2026-11-22T10:00:00Z'),
    shipments,
    sent,
    connected: true,
    taken: new Set<string>(),
    refused: new Set<string>(),
    apiIsAway: false,
    drawn: [] as string[],
    customs: [] as { id: string; leg: number; change?: CustomsEntryChange; event?: NewCustomsEvent }[],
  }
  const unasked = async () => {
    throw new Error('a demonstration has no use for this')
  }
  const taken = async () => {}
  // Typed in full: what a demonstration begins to ask of the api is missing here at once, not on the day a test gets that far.
  const api: Api = {
    settings: unasked,
    registerDevice: unasked,
    carry: unasked,
    assign: unasked,
    track: unasked,
    moveTransfer: unasked,
    putLocation: taken,
    putProduct: taken,
    addWarehouse: taken,
    drawGeofence: async ({ name }) => void platform.drawn.push(name),
    tellHazard: async ({ title }) => void platform.drawn.push(title),
    tellCountryEvent: taken,
    tellCountryIndex: taken,
    writePlaybook: async () => undefined,
    makeWarningRule: taken,
    report: taken,
    putTerms: taken,
    importDemand: taken,
    addDemandEvent: taken,
    recordMovements: taken,
    receiveOrder: taken,
    importPartners: taken,
    letIn: taken,
    addPartnerDocument: taken,
    importPartnerEvidence: taken,
    importSanctions: taken,
    quote: async () => undefined,
    billDuties: async () => false,
    putPaymentOffer: taken,
    badEvidence: async () => undefined,
    openClaim: async ({ kind }) => kind,
    moveClaim: taken,
    commentOnClaim: taken,
    packClaim: taken,
    importArrivalHistory: taken,
    importClearances: taken,
    importServices: taken,
    importCustomsFigures: taken,
    tellTradeRules: taken,
    importRates: taken,
    putCustomsOffice: taken,
    addOrder: async () => undefined,
    enrol: async ({ id }) => `secret of ${id}`,
    createShipment: async (shipment) => {
      if (platform.apiIsAway) throw new UsageError('the api does not answer')
      if (platform.taken.has(shipment.trackingNumber ?? '')) return undefined
      const id = `id-${shipments.size}`
      shipments.set(id, shipment)
      return id
    },
    shipment: async (id) => shipments.get(id) as unknown as Shipment,
    shipments: async () => ({ items: [], nextCursor: null }),
    putCustoms: async (id, leg, change) => {
      if (platform.apiIsAway) throw new UsageError('the api does not answer')
      platform.customs.push({ id, leg, change })
    },
    tellCustoms: async (id, leg, event) => {
      if (platform.apiIsAway) throw new UsageError('the api does not answer')
      platform.customs.push({ id, leg, event })
    },
    stock: async () => [],
    purchaseOrders: async () => [],
    orderNumbered: async () => undefined,
    transfers: async () => [],
  }
  const secrets = new Map<string, string>()
  const fleet = {
    connected: () => platform.connected,
    admit: ({ id, secret }: DeviceLogin) => void secrets.set(id, secret),
    secretOf: (id: string) => secrets.get(id),
    readings: async (deviceId: string, readings: SimulatedReading[]) => {
      if (platform.refused.has(deviceId)) throw new DeviceRefused(`${deviceId} was revoked`)
      expect(secrets.get(deviceId)).toBe(`secret of ${deviceId}`)
      sent.push({ deviceId, readings })
    },
    leave: async (id: string) => void secrets.delete(id),
    close: async () => {},
  }
  const run = async (during: () => Promise<void>, devices = 6) => {
    const stopping = new AbortController()
    const time = { clock: { now: () => new Date(platform.nowMs) }, speed: 60 }
    const deps = {
      api,
      fleet,
      time,
      directory,
      devices,
      seed: 'test',
      rates: faultRates.none,
      say: () => {},
      signal: stopping.signal,
      tickMs: 2,
    }
    const running = runDemo(deps)
    await Promise.race([during(), running])
    stopping.abort()
    await running
  }
  return { platform, run }
}

const stateOf = ({ state, edifactCode = '' }: NewCustomsEvent) => state ?? statesByEdifact[edifactCode]

const until = async (condition: () => boolean) => {
  while (!condition()) await sleep(2)
}
const times = (sent: { readings: SimulatedReading[] }[]) =>
  sent.flatMap(({ readings }) => readings.map(({ recordedAt }) => Date.parse(recordedAt)))
const truths = async () => {
  const text = await readFile(join(directory, 'truth.jsonl'), 'utf8')
  return text.split('\n').flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Truth)))
}

describe('a demonstration', { timeout: 30_000 }, () => {
  it('announces its shipments and tells what has happened so far, nothing from the future', async () => {
    const { platform, run } = createPlatform()
    await run(() => until(() => platform.shipments.size === 6))
    expect(platform.sent.length).toBeGreaterThanOrEqual(4)
    expect(Math.max(...times(platform.sent))).toBeLessThanOrEqual(platform.nowMs)
    for (const { readings } of platform.sent) expect(readings.length).toBeLessThanOrEqual(180)
  })

  it('draws its geofences and its hazard on a new platform, and not again when it goes on', async () => {
    const { platform, run } = createPlatform()
    await run(() => until(() => platform.shipments.size === 6))
    expect(platform.drawn).toEqual(['Rotterdam, Maasvlakte', 'Strait of Dover', 'Storm in the Bay of Biscay'])
    await run(() => until(() => platform.sent.length > 0))
    expect(platform.drawn).toHaveLength(3)
  })

  it('goes on reporting as time passes', async () => {
    const { platform, run } = createPlatform()
    await run(async () => {
      await until(() => platform.shipments.size === 6)
      platform.sent.length = 0
      platform.nowMs += hourMs
      await until(() => platform.sent.length >= 3)
    })
    expect(Math.min(...times(platform.sent))).toBeGreaterThan(platform.nowMs - hourMs)
  })

  it('that is started again goes on where it stopped: no shipment twice, no reading twice, none left out', async () => {
    const { platform, run } = createPlatform()
    await run(() => until(() => platform.shipments.size === 6))
    const stoppedMs = platform.nowMs
    const announced = [...platform.shipments.keys()]
    platform.sent.length = 0
    platform.nowMs += hourMs
    await run(() => until(() => platform.sent.length >= 3))
    expect([...platform.shipments.keys()]).toEqual(announced)
    expect(Math.min(...times(platform.sent))).toBeGreaterThan(stoppedMs)
    expect(Math.min(...times(platform.sent))).toBeLessThanOrEqual(stoppedMs + 10 * 60_000)
  })

  it('keeps reporting what was due while the broker was away', async () => {
    const { platform, run } = createPlatform()
    await run(async () => {
      await until(() => platform.shipments.size === 6)
      platform.sent.length = 0
      platform.connected = false
      platform.nowMs += hourMs
      await sleep(30)
      expect(platform.sent).toEqual([])
      platform.connected = true
      await until(() => platform.sent.length >= 3)
    })
    expect(Math.min(...times(platform.sent))).toBeLessThanOrEqual(platform.nowMs - hourMs + 10 * 60_000)
  })

  it('goes on with all the others when one device is refused', async () => {
    const { platform, run } = createPlatform()
    await run(async () => {
      await until(() => platform.shipments.size === 6)
      const revoked = platform.sent[0]?.deviceId as string
      platform.refused.add(revoked)
      platform.sent.length = 0
      platform.nowMs += hourMs
      await until(() => platform.sent.length >= 3)
      expect(platform.sent.map(({ deviceId }) => deviceId)).not.toContain(revoked)
    })
  })

  it('never runs dry: another shipment leaves when one has arrived', async () => {
    const { platform, run } = createPlatform()
    await run(async () => {
      await until(() => platform.shipments.size === 6)
      platform.nowMs += 90 * 24 * hourMs
      await until(() => platform.shipments.size === 12)
    })
    const [first] = await truths()
    const last = platform.sent
      .filter(({ deviceId }) => deviceId === first?.deviceId)
      .at(-1)
      ?.readings.at(-1)
    expect(Date.parse(last?.recordedAt ?? '')).toBeGreaterThan(Date.parse(first?.arrivedAt ?? ''))
  })

  it('goes on without the api, and lets new shipments leave when it is back', async () => {
    const { platform, run } = createPlatform()
    await run(async () => {
      await until(() => platform.shipments.size === 6)
      platform.apiIsAway = true
      platform.nowMs += 12 * hourMs
      await sleep(30)
      platform.sent.length = 0
      platform.nowMs += hourMs
      await until(() => platform.sent.length > 0)
      platform.apiIsAway = false
      platform.nowMs += 90 * 24 * hourMs
      await until(() => platform.shipments.size === 12)
    })
  })

  it('writes down the truth about every shipment it announces', async () => {
    const { platform, run } = createPlatform()
    await run(() => until(() => platform.shipments.size === 6))
    const written = await truths()
    expect(written.map(({ shipmentId }) => shipmentId).sort()).toEqual([...platform.shipments.keys()].sort())
    for (const { shipmentId, trackingNumber, legs } of written) {
      expect(platform.shipments.get(shipmentId)?.trackingNumber).toBe(trackingNumber)
      expect(platform.shipments.get(shipmentId)?.legs.length).toBe(legs.length)
    }
  })

  it('tells of customs as it happens, nothing from the future, and after a stop goes on where it stopped', async () => {
    const { platform, run } = createPlatform()
    const eventsSoFar = () => platform.customs.flatMap(({ id, event }) => (event ? { id, ...event, state: stateOf(event) } : []))
    await run(() => until(() => platform.shipments.size === 6))
    const held = platform.customs.find(({ change }) => change?.requiredDocuments?.length === (change?.presentDocuments?.length ?? 0) + 1)
    expect(held?.leg).toBeGreaterThan(1)
    const before = eventsSoFar()
    expect(before.filter(({ id }) => id === held?.id).at(-1)?.state).toBe('documents-required')
    for (const { eventTime } of before) expect(Date.parse(eventTime ?? '')).toBeLessThanOrEqual(platform.nowMs)

    platform.nowMs += 8 * 24 * hourMs
    await run(() => until(() => eventsSoFar().some(({ id, state }) => id === held?.id && state === 'released')))
    const told = eventsSoFar().map(({ id, state, eventTime }) => `${id} ${state} ${eventTime}`)
    expect(new Set(told).size).toBe(told.length)
    const last = platform.customs.findLast(({ id, change }) => id === held?.id && change)?.change
    expect(last?.presentDocuments).toEqual(held?.change?.requiredDocuments)
  })

  it('tells what customs said while the api was away when it is back', async () => {
    const { platform, run } = createPlatform()
    await run(async () => {
      await until(() => platform.shipments.size === 6)
      platform.customs.length = 0
      platform.apiIsAway = true
      platform.nowMs += 8 * 24 * hourMs
      await sleep(30)
      expect(platform.customs).toEqual([])
      platform.apiIsAway = false
      await until(() => platform.customs.some(({ event }) => event && stateOf(event) === 'released'))
    })
  })

  it('begins anew on a platform that does not know its shipments', async () => {
    const { platform, run } = createPlatform()
    await run(() => until(() => platform.shipments.size === 6))
    platform.shipments.clear()
    await run(() => until(() => platform.shipments.size === 6))
    expect(await truths()).toHaveLength(6)
  })

  it('passes over a number that is taken', async () => {
    const { platform, run } = createPlatform()
    await run(() => until(() => platform.shipments.size === 6))
    const [number] = [...platform.shipments.values()].map(({ trackingNumber }) => trackingNumber ?? '')
    platform.taken.add(number ?? '')
    platform.shipments.clear()
    await run(() => until(() => platform.shipments.size === 6))
    expect([...platform.shipments.values()].map(({ trackingNumber }) => trackingNumber)).not.toContain(number)
  })
})
