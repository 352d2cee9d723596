import { type Alert, untouched } from '@lading/shared/contract/alert'
import type { Location } from '@lading/shared/contract/location'
import type { Leg, Shipment } from '@lading/shared/contract/shipment'
import type { ConditionSeries, TrackGap, TrackPoint } from '@lading/shared/contract/track'
import type { AlertKind } from '@lading/shared/domain/alert'
import type { Mode } from '@lading/shared/domain/mode'
import type { ShipmentState } from '@lading/shared/domain/shipment-state'
import { pointAlong } from '@lading/shared/geo/along-route'
import { bearingDeg } from '@lading/shared/geo/distance'
import { greatCircle, lengthKm } from '@lading/shared/geo/great-circle'
import { places } from './places.ts'

type Hop = { mode: Mode; carrier: string; vessel: string | null; from: Location; to: Location; speedKmh: number }

const { shanghai, rotterdam, duisburg, losAngeles, tokyo, santos, durban } = places
const { munich, augsburg, frankfurt, newYork, singapore, sydney, warsaw, madrid, nairobi, almaty } = places
const hop = (mode: Mode, from: Location, to: Location, carrier: string, vessel: string | null = null): Hop => ({
  mode,
  carrier,
  vessel,
  from,
  to,
  speedKmh: { sea: 34, air: 820, road: 64, rail: 48, parcel: 28 }[mode],
})
const lanes: Hop[][] = [
  [hop('sea', tokyo, losAngeles, 'Pacific Bridge', 'Kaito Maru')],
  [hop('sea', santos, durban, 'Southern Cross Line', 'Rio Claro'), hop('road', durban, nairobi, 'Rift Haulage')],
  [hop('sea', sydney, losAngeles, 'Pacific Bridge', 'Coral Wind')],
  [hop('air', singapore, frankfurt, 'Eastair', 'EA 318'), hop('road', frankfurt, warsaw, 'Wisła Trans')],
  [hop('air', newYork, frankfurt, 'Atlantic Cargo', 'AC 41'), hop('parcel', frankfurt, duisburg, 'Rheinbote')],
  [
    hop('air', singapore, frankfurt, 'Eastair', 'EA 320'),
    hop('road', frankfurt, munich, 'Isar Trans'),
    hop('parcel', munich, augsburg, 'Lechbote'),
  ],
  [hop('rail', almaty, warsaw, 'Steppe Rail', 'Block 12'), hop('road', warsaw, duisburg, 'Wisła Trans')],
  [hop('air', nairobi, rotterdam, 'Savanna Air', 'SV 7'), hop('road', rotterdam, madrid, 'Iber Ruta')],
  [hop('rail', shanghai, almaty, 'Steppe Rail', 'Block 9'), hop('rail', almaty, duisburg, 'Steppe Rail', 'Block 10')],
]

// The same world on every start: a small linear congruential generator (Numerical Recipes).
const createRandom = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32
  return seed / 2 ** 32
}

const hourMs = 3600_000
const iso = (ms: number) => new Date(ms).toISOString()
const uuid = (kind: number, index: number) => `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`

export type MockShipment = {
  id: string
  at: (nowMs: number) => { shipment: Shipment; track: () => TrackPoint[]; gaps: () => TrackGap[]; conditions: () => ConditionSeries[] }
}

/** `count` shipments on a few lanes, each wherever it is at the time asked for. */
export const createWorld = (count: number, startMs: number): MockShipment[] => {
  const random = createRandom(7)
  return Array.from({ length: count }, (_, index) => createShipment(index, startMs, random))
}

const createShipment = (index: number, startMs: number, random: () => number): MockShipment => {
  const id = uuid(1, index)
  const hops = lanes[index % lanes.length] as Hop[]
  const lines = hops.map(({ from, to }) => greatCircle(from, to))
  const plans = hops.map(({ speedKmh }, leg) => (lengthKm(lines[leg] ?? []) / speedKmh) * hourMs)
  const dwellMs = 8 * hourMs
  const totalMs = plans.reduce((a, b) => a + b, 0) + dwellMs * (hops.length - 1)
  const departedMs = startMs - totalMs * (random() * 1.1 - 0.06)
  const delayMs = random() < 0.25 ? random() * 30 * hourMs : 0
  const promisedMs = departedMs + totalMs + 4 * hourMs
  const silent = random() < 0.07
  const trouble = random()
  const number = `LD${Math.floor(random() * 36 ** 6)
    .toString(36)
    .toUpperCase()
    .padStart(6, '7')}${1000 + index}`

  const at = (nowMs: number) => {
    const seenMs = silent ? nowMs - 5.3 * hourMs : nowMs
    let beginMs = departedMs
    const legs = hops.map((one, leg): Leg => {
      const departureMs = beginMs
      const arrivalMs = departureMs + (plans[leg] ?? 0)
      beginMs = arrivalMs + dwellMs
      const times = (plannedMs: number, isMs: number) => ({
        planned: iso(plannedMs),
        estimated: nowMs < isMs ? iso(isMs) : null,
        actual: nowMs >= isMs ? iso(isMs) : null,
      })
      return {
        sequence: leg + 1,
        mode: one.mode,
        carrier: one.carrier,
        vessel: one.vessel,
        origin: one.from,
        destination: one.to,
        departure: times(departureMs - delayMs / 3, departureMs),
        arrival: times(arrivalMs - delayMs, arrivalMs),
        route: lines[leg] ?? [],
      }
    })
    const place = (ms: number) => whereAt(legs, lines, ms)
    const end = legs.at(-1) as Leg
    const arrivesMs = Date.parse(end.arrival.actual ?? end.arrival.estimated ?? end.arrival.planned)
    const waiting = nowMs < departedMs
    const delivered = nowMs >= arrivesMs
    const progress = Math.max(0, Math.min(1, (nowMs - departedMs) / totalMs))
    const spreadMs = Math.max(hourMs, (arrivesMs - nowMs) * 0.12)
    const here = place(seenMs)
    const next = place(seenMs + 10 * 60_000)
    const current = legs.find(({ arrival }) => !arrival.actual) ?? end
    const kinds: AlertKind[] = [
      ...(silent && !delivered && !waiting ? (['silent-device'] as const) : []),
      ...(trouble < 0.06 ? (['temperature'] as const) : []),
      ...(trouble > 0.93 ? (['stalled'] as const) : []),
      ...(trouble > 0.85 && trouble < 0.88 ? (['low-battery'] as const) : []),
      ...(delayMs > 18 * hourMs ? (['late'] as const) : []),
    ]
    const alerts = delivered ? [] : kinds.map((kind, order) => createAlert(id, number, kind, index * 10 + order, nowMs))
    const state: ShipmentState = delivered
      ? 'delivered'
      : waiting
        ? 'info-received'
        : alerts.some(({ kind }) => kind === 'stalled')
          ? 'exception'
          : current.mode === 'parcel' && current.departure.actual
            ? 'out-for-delivery'
            : 'in-transit'
    const eta = (computedMs: number, middleMs: number, wideMs: number) => ({
      p10: iso(middleMs - wideMs),
      p50: iso(middleMs),
      p90: iso(middleMs + wideMs * 1.6),
      computedAt: iso(computedMs),
    })
    const history = Array.from({ length: 24 }, (_, step) => {
      const computedMs = departedMs + ((nowMs - departedMs) * step) / 23
      return eta(computedMs, arrivesMs - (delayMs * (23 - step)) / 23, Math.max(hourMs, (arrivesMs - computedMs) * 0.12))
    })
    const standing = waiting || delivered || !current.departure.actual || state === 'exception'
    const shipment: Shipment = {
      id,
      trackingNumber: number,
      reference: index % 3 === 0 ? `PO-${4400 + index}` : null,
      state,
      mode: current.mode,
      carrier: current.carrier,
      origin: legs[0]?.origin ?? end.origin,
      destination: end.destination,
      promisedAt: iso(promisedMs - delayMs),
      position: waiting
        ? null
        : {
            ...here,
            recordedAt: iso(seenMs),
            speedKmh: standing ? 0 : (hops[current.sequence - 1]?.speedKmh ?? 0),
            headingDeg: bearingDeg(here, next),
          },
      progress,
      eta: delivered ? null : eta(nowMs - 3 * 60_000, arrivesMs, spreadMs),
      openAlerts: alerts.length,
      worstSeverity: alerts.some(({ severity }) => severity === 'critical') ? 'critical' : alerts.length > 0 ? 'warning' : null,
      updatedAt: iso(nowMs),
      incoterm: 'DAP',
      incotermPlace: end.destination.name,
      parties: [
        { role: 'consignor', name: 'Meridian Instruments Co.', country: legs[0]?.origin.country ?? 'CN' },
        { role: 'consignee', name: 'Noordzee Medical B.V.', country: end.destination.country },
        { role: 'forwarder', name: 'Kompas Forwarding', country: 'NL' },
      ],
      items: [
        { description: 'Vaccine carriers, insulated', hsCode: '392310', quantity: 480, value: { minorUnits: 1_248_000, currency: 'EUR' } },
        { description: 'Data loggers', hsCode: '902519', quantity: 24, value: { minorUnits: 93_600, currency: 'EUR' } },
      ],
      limits: { temperatureMinC: 2, temperatureMaxC: 8, shockMaxG: 12 },
      containers: [],
      legs,
      milestones: legs.flatMap(({ sequence, origin, destination, departure, arrival }) =>
        [
          { code: 'DEPA' as const, at: departure.actual, place: origin },
          { code: 'ARRI' as const, at: arrival.actual, place: destination },
        ].flatMap(({ code, at, place: { code: locationCode, lat, lon } }, order) =>
          at
            ? [
                {
                  id: uuid(3, index * 100 + sequence * 10 + order),
                  code,
                  classifier: 'ACT' as const,
                  eventTime: at,
                  recordTime: at,
                  legSequence: sequence,
                  locationCode,
                  position: { lat, lon },
                  source: 'device' as const,
                  corrects: null,
                },
              ]
            : [],
        ),
      ),
      customs: [],
      alerts,
      etaHistory: waiting ? [] : history,
      devices: [{ deviceId: `tag-${1000 + index}`, from: iso(departedMs), until: null }],
      createdAt: iso(departedMs - 72 * hourMs),
    }
    const samples = Array.from(
      { length: waiting ? 0 : 120 },
      (_, step) => departedMs + ((Math.min(seenMs, arrivesMs) - departedMs) * step) / 119,
    )
    // One that is in trouble was not heard of for a while.
    const heard = samples.filter((_, step) => trouble < 0.85 || step < 50 || step > 70)
    const track = () => heard.map((ms) => ({ ...place(ms), recordedAt: iso(ms), speedKmh: null, headingDeg: null }))
    const conditions = () => createConditions(samples, trouble < 0.06)
    const gaps = () => (trouble < 0.85 || heard.length < 51 ? [] : [{ from: iso(heard[49] as number), until: iso(heard[50] as number) }])
    return { shipment, track, gaps, conditions }
  }
  return { id, at }
}

const whereAt = (legs: Leg[], lines: ReturnType<typeof greatCircle>[], ms: number) => {
  for (const [index, { origin, departure, arrival }] of legs.entries()) {
    const from = Date.parse(departure.actual ?? departure.estimated ?? departure.planned)
    const until = Date.parse(arrival.actual ?? arrival.estimated ?? arrival.planned)
    if (ms <= from) return { lat: origin.lat, lon: origin.lon }
    const line = lines[index] ?? []
    if (ms < until) return pointAlong(line, (lengthKm(line) * (ms - from)) / (until - from))
  }
  const { lat, lon } = (legs.at(-1) as Leg).destination
  return { lat, lon }
}

const messages: Record<AlertKind, string> = {
  temperature: '10.4 °C, 2.4 °C above the limit of 8 °C.',
  shock: 'A shock of 18 g, above the limit of 12 g.',
  stalled: 'Has not moved for 9 hours, 340 km before its next stop.',
  'off-route': '62 km beside its planned route.',
  'silent-device': 'No report for 5 hours; one was expected every 15 minutes.',
  'low-battery': 'The battery is at 9 %.',
  late: 'Expected 22 hours after the promised time.',
  'customs-hold': 'Customs of GB asks for documents: invoice.',
  declaration: 'Before departure: commercial invoice will be asked for and is not there.',
  'free-time': 'The goods lie where they are cleared (GB); 2026-03-04 is the last day without charge.',
  'customs-delay': 'Customs of GB takes 9 hours or more, up to 70.',
  'geofence-entered': 'The goods are within The old yard, where they should not be.',
  'geofence-left': 'The goods are 4.2 km outside A12, which they should not leave.',
  'geofence-dwell': 'The goods have been within Maasvlakte for 80 hours; 24 are allowed.',
  'hazard-ahead': 'Storm lies 420 km ahead on the way from Shenzhen to Rotterdam, and may last until they are there.',
  risk: 'The political risk is 72 % (Politics).',
  drill: 'Drill, nothing of this is real: Port closed',
}

const createAlert = (shipmentId: string, trackingNumber: string, kind: AlertKind, index: number, nowMs: number): Alert => ({
  id: uuid(2, index),
  shipmentId,
  trackingNumber,
  kind,
  severity: kind === 'temperature' ? 'critical' : kind === 'low-battery' ? 'info' : 'warning',
  message: messages[kind],
  facts: {},
  openedAt: iso(nowMs - (1 + (index % 40)) * 0.7 * hourMs),
  updatedAt: iso(nowMs),
  closedAt: null,
  ...untouched,
})

const createConditions = (samples: number[], warm: boolean): ConditionSeries[] => {
  const series = (measurement: ConditionSeries['measurement'], value: (step: number) => number, band: number): ConditionSeries => ({
    measurement,
    points: samples.map((ms, step) => ({ at: iso(ms), min: value(step) - band, mean: value(step), max: value(step) + band })),
    hourlyUntil: null,
  })
  return [
    series('temperatureC', (step) => 4.8 + Math.sin(step / 6) + (warm && step > 90 ? (step - 90) / 5 : 0), 0.5),
    series('humidityPct', (step) => 55 + 8 * Math.sin(step / 15), 3),
    series('batteryPct', (step) => 98 - step / 4, 0.4),
    series('shockG', (step) => 0.6 + (step % 37 === 36 ? 14 : step % 7 === 3 ? 2 : 0), 0.2),
    series('lightLux', (step) => (step % 40 > 36 ? 180 : 2), 1),
    series('speedKmh', (step) => 34 + 4 * Math.sin(step), 2),
  ]
}
