import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { PartnerDetail } from '@lading/shared/contract/partner'
import type { Playbook } from '@lading/shared/contract/playbook'
import type { Shipment } from '@lading/shared/contract/shipment'
import type { RiskKind } from '@lading/shared/domain/risk'
import type { signedIn } from './api.ts'
import { until } from './until.ts'

const thailand = { country: 'TH', zone: 'Asia/Bangkok', geofenceRadiusKm: 2 }
const malaysia = { country: 'MY', zone: 'Asia/Kuala_Lumpur', geofenceRadiusKm: 2 }
const depot = { code: 'E2E-HATYAI', name: 'Depot, Hat Yai', kind: 'hub', ...thailand, lat: 7.0, lon: 100.47 }
const north = { code: 'E2E-SURAT', name: 'Depot, Surat Thani', kind: 'hub', ...thailand, lat: 9.14, lon: 99.33 }
const border = { code: 'E2E-KAYU', name: 'Bukit Kayu Hitam', kind: 'border-crossing', ...malaysia, lat: 6.52, lon: 100.42 }
const door = { code: 'E2E-PENANG', name: 'Consignee, Penang', kind: 'address', ...malaysia, lat: 5.41, lon: 100.33 }

export const playbookName = 'Example: what a test does'
export const playbookSteps = ['Ask who knows', 'Tell whom it concerns']
/** Who is told of to have failed, and often. */
export const failing = { code: 'e2e-failing', name: 'Failing Haulage of a test' }

/** From which score on a test is warned, by kind: in no quiet hours, so that it does not depend on the time of the day. */
const warnFrom: Partial<Record<RiskKind, number>> = { natural: 0.35, information: 0.6, credit: 0.35, legal: 0.35 }

/**
 * Shipments of which each has a trouble of its own: a typhoon across its lane, a delivery that never was, a carrier who fails, and a duty that
 * changed, for which customs keeps the goods; and what goes on in a country that two of them come to. Resolves when each was warned of.
 */
export const seasonOfTrouble = async ({ get, post, put }: Awaited<ReturnType<typeof signedIn>>) => {
  const nowMs = Date.parse(((await get('/settings')) as DashboardSettings).clock.now)
  const at = (hours: number) => new Date(nowMs + hours * 3_600_000).toISOString()
  const day = at(0).slice(0, 10)
  for (const place of [depot, north, border, door]) await put(`/locations/${place.code}`, place)
  const steps = playbookSteps.map((title) => ({ title, owner: 'Transport desk', withinMinutes: 60 }))
  await post('/playbooks', { name: playbookName, steps } satisfies Pick<Playbook, 'name' | 'steps'>)
  for (const [kind, openAt] of Object.entries(warnFrom))
    await post('/warning-rules', {
      ...{ name: `Test of ${kind}`, kind, openAt, closeAt: openAt - 0.1, severity: 'critical', quiet: null },
      ...{ escalateAfterMinutes: null, playbookId: null },
    })
  await put(`/partners/${failing.code}`, { name: failing.name, country: 'TH', roles: ['carrier'] })
  for (const aspect of ['on-time', 'damage', 'claims'])
    await post(`/partners/${failing.code}/evidence`, { aspect, isGood: false, count: 40, externalId: aspect, note: 'Made up by a test' })
  const duty = (percent: string, validFrom: string) =>
    post('/trade-rules', {
      ...{ key: 'e2e-duty', destination: 'MY', hsPrefix: '841370', validFrom, source: 'Duty of a test' },
      terms: { kind: 'duty', measure: 'third-country', programme: '', charge: { percent } },
    })
  await duty('10', '2020-01-01')
  await post('/country-events', { country: 'MY', kind: 'strike', severity: 'critical', title: 'Strike of a test' })
  await post('/hazards', {
    ...{ kind: 'storm', severity: 'critical', title: 'Typhoon of a test' },
    ...{ area: { shape: 'circle', centre: [99.9, 8.07], radiusM: 25_000 }, validUntil: at(48) },
  })

  const leg = (carrier: string, origin: { code: string }, destination: { code: string }, departs: number, arrives: number) => ({
    ...{ mode: 'road', carrier, origin: origin.code, destination: destination.code },
    ...{ plannedDeparture: at(departs), plannedArrival: at(arrives) },
  })
  const pumps = { description: 'Pumps', hsCode: '841370', quantity: 4, value: { minorUnits: 120_000, currency: 'EUR' } }
  const announce = async (name: string, legs: ReturnType<typeof leg>[], { deviceId = '', items = [] as object[] } = {}) => {
    const terms = { incoterm: 'DAP', incotermPlace: 'Penang', parties: [], trackingNumber: name }
    const { id } = (await post('/shipments', { ...terms, items, legs, ...(deviceId && { deviceId }) })) as Shipment
    return id
  }
  const overTheBorder = (carrier: string) => [leg(carrier, depot, border, -1, 3), leg(carrier, border, door, 8, 12)]
  await post('/devices', { id: 'e2e-untrue', label: 'Lorry of a test', reportIntervalS: 3600 })
  const typhoon = await announce('E2E-TYPHOON', [leg('A haulier', depot, north, 2, 8)])
  const untrue = await announce('E2E-UNTRUE', overTheBorder('A haulier'), { deviceId: 'e2e-untrue' })
  await until(async () => ((await get(`/partners/${failing.code}`)) as PartnerDetail).score, 'a score of the carrier')
  const credit = await announce('E2E-FAILING', overTheBorder(failing.name))
  // Only of what is in a shipment can it be said that a rule is about it.
  const legal = await announce('E2E-DUTY', overTheBorder('A haulier'), { items: [pumps] })
  await post('/readings', [{ deviceId: 'e2e-untrue', recordedAt: at(0), lat: depot.lat, lon: depot.lon }])
  await until(async () => ((await get(`/shipments/${untrue}`)) as Shipment).position, 'a position of the lorry')
  await post(`/shipments/${untrue}/reports`, { claim: 'delivered', role: 'carrier', party: 'A haulier' })
  await duty('25', day)
  await post(`/shipments/${legal}/customs/2/events`, { state: 'lodged', eventTime: at(-0.5) })
  await post(`/shipments/${legal}/customs/2/events`, { state: 'detained', eventTime: at(-0.4), note: 'The duty has changed' })

  const ids = { natural: typhoon, information: untrue, credit, legal }
  for (const [kind, id] of Object.entries(ids))
    await until(async () => {
      const { alerts } = (await get(`/shipments/${id}`)) as Shipment
      return alerts.some((alert) => alert.kind === 'risk' && alert.facts.riskKind === kind)
    }, `a warning of ${kind} risk`)
  return ids
}
