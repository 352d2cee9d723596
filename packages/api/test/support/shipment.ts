import { untouched } from '@lading/shared/contract/alert'
import type { CustomsEntry } from '@lading/shared/contract/customs'
import type { Milestone } from '@lading/shared/contract/milestone'
import type { Shipment } from '@lading/shared/contract/shipment'
import { doorstep, rotterdam, shenzhen } from './examples.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const milestone = (number: number, change: Partial<Milestone>): Milestone => ({
  id: id(number),
  code: 'DEPA',
  classifier: 'ACT',
  eventTime: '2026-02-20T09:12:00.000Z',
  recordTime: '2026-02-20T09:12:00.000Z',
  legSequence: 1,
  locationCode: 'CNSZX',
  position: { lat: 22.512345, lon: 113.912345 },
  source: 'device',
  corrects: null,
  ...change,
})

const times = (planned: string, actual: string | null) => ({ planned, estimated: planned, actual })

/** A shipment on its way from Shenzhen to a doorstep in Utrecht, with everything in it that a consumer must not see. */
export const underway = (change: Partial<Shipment> = {}): Shipment => ({
  id: id(1),
  trackingNumber: 'LD5Q0V7ZK2MX',
  reference: 'SECRET-REFERENCE',
  state: 'in-transit',
  mode: 'parcel',
  carrier: 'Secret Carrier',
  origin: { code: 'CNSZX', name: 'Shenzhen', country: 'CN' },
  destination: { code: doorstep.code, name: doorstep.name, country: 'NL' },
  promisedAt: '2026-03-29T16:00:00.000Z',
  position: { lat: 51.987654, lon: 4.765432, recordedAt: '2026-03-30T09:56:00.000Z', speedKmh: 50, headingDeg: 10 },
  progress: 0.98,
  eta: {
    p10: '2026-03-30T10:00:00.000Z',
    p50: '2026-03-30T12:00:00.000Z',
    p90: '2026-03-30T14:00:00.000Z',
    computedAt: '2026-03-30T09:50:00.000Z',
  },
  openAlerts: 1,
  worstSeverity: 'critical',
  updatedAt: '2026-03-30T09:56:00.000Z',
  incoterm: 'DAP',
  incotermPlace: 'Secret named place',
  parties: [
    { role: 'consignor', name: 'Secret Lamps Ltd', country: 'CN' },
    { role: 'consignee', name: 'Willemijn de Vries', country: 'NL' },
  ],
  items: [{ description: 'Secret lamp', hsCode: '940521', quantity: 2, value: { minorUnits: 4_990, currency: 'EUR' } }],
  limits: { temperatureMinC: null, temperatureMaxC: 77.7, shockMaxG: null },
  containers: ['CSQU3054383'],
  legs: [
    {
      sequence: 1,
      mode: 'sea',
      carrier: 'Secret Line',
      vessel: 'MV Secret',
      origin: shenzhen,
      destination: rotterdam,
      departure: times('2026-02-20T08:00:00.000Z', '2026-02-20T09:12:00.000Z'),
      arrival: times('2026-03-28T06:00:00.000Z', '2026-03-28T05:30:00.000Z'),
      route: [
        [113.912345, 22.512345],
        [56.123456, 12.123456],
        [4.142345, 51.952345],
      ],
    },
    {
      sequence: 2,
      mode: 'parcel',
      carrier: 'Secret Bikes',
      vessel: null,
      origin: rotterdam,
      destination: doorstep,
      departure: times('2026-03-30T07:00:00.000Z', null),
      arrival: times('2026-03-30T15:00:00.000Z', null),
      route: [
        [4.142345, 51.952345],
        [4.712345, 52.032345],
        [5.012345, 52.082345],
        [5.121412, 52.090712],
      ],
    },
  ],
  milestones: [
    milestone(10, { code: 'PICK', eventTime: '2026-02-20T01:30:00.000Z' }),
    milestone(11, {}),
    milestone(12, { code: 'ARRI', classifier: 'PLN', eventTime: '2026-03-28T06:00:00.000Z', locationCode: 'NLRTM' }),
    milestone(13, { code: 'ARRI', eventTime: '2026-03-28T05:45:00.000Z', locationCode: 'NLRTM' }),
    milestone(14, { code: 'ARRI', eventTime: '2026-03-28T05:30:00.000Z', locationCode: 'NLRTM', corrects: id(13) }),
    milestone(15, { code: 'DISC', eventTime: '2026-03-28T11:00:00.000Z', locationCode: 'NLRTM' }),
  ],
  customs: [],
  alerts: [
    {
      id: id(20),
      shipmentId: id(1),
      trackingNumber: 'LD5Q0V7ZK2MX',
      kind: 'shock',
      severity: 'critical',
      message: 'Secret shock of 12 g.',
      facts: { shockG: 12 },
      openedAt: '2026-03-29T00:00:00.000Z',
      updatedAt: '2026-03-29T00:00:00.000Z',
      closedAt: null,
      ...untouched,
    },
  ],
  etaHistory: [
    {
      p10: '2026-03-28T10:00:00.000Z',
      p50: '2026-03-28T12:00:00.000Z',
      p90: '2026-03-28T14:00:00.000Z',
      computedAt: '2026-02-20T00:00:00.000Z',
    },
  ],
  devices: [{ deviceId: 'secret-device-7', from: '2026-02-20T00:00:00.000Z', until: null }],
  createdAt: '2026-02-18T00:00:00.000Z',
  ...change,
})

/** A declaration in Rotterdam with everything in it that a consumer must not see. */
export const declared = (change: Partial<CustomsEntry> = {}): CustomsEntry => ({
  id: id(40),
  shipmentId: id(1),
  legSequence: 2,
  country: 'NL',
  office: 'SECRET-OFFICE',
  reference: 'SECRET-MRN',
  declarant: 'Secret Brokers BV',
  broker: 'Secret Agents BV',
  documentsValidUntil: {},
  lastFreeDay: '2026-03-30',
  freeUntil: '2026-03-30T22:00:00.000Z',
  state: 'documents-required',
  channel: 'documents',
  requiredDocuments: ['Secret lamp licence'],
  presentDocuments: [],
  restrictions: ['Secret control'],
  lodgedAt: '2026-03-28T06:00:00.000Z',
  stateAt: '2026-03-28T08:00:00.000Z',
  closedAt: null,
  events: [
    {
      state: 'documents-required',
      eventTime: '2026-03-28T08:00:00.000Z',
      recordTime: '2026-03-28T08:00:00.000Z',
      source: 'partner',
      documents: ['Secret lamp licence'],
      note: 'Secret note to Willemijn',
    },
  ],
  ...change,
})

const hours = (p50Hours: number) => ({ p10Hours: p50Hours / 2, p50Hours, p90Hours: p50Hours * 2 })

/** What the arrival time takes customs for, which moved it by so many hours since the day before. */
export const heldUp = (byHours: number): NonNullable<Shipment['etaExplanation']> => ({
  stages: [
    {
      ...{ sequence: 2, kind: 'customs', state: 'running', shareOfSpread: 0.7, basis: null },
      ...hours(30),
      customs: {
        ...{ country: 'NL', office: 'SECRET-OFFICE', state: 'documents-required', since: '2026-03-28T08:00:00.000Z' },
        ...{ hours: hours(36), left: hours(20), channels: { released: 0, documents: 1, examination: 0 } },
        basis: { level: 'party', outcomes: 77.7 },
        reasons: [{ code: 'missing-documents', ...{ documents: ['Secret lamp licence'], hoursAdded: 16 } }],
      },
    },
  ],
  changes: { since: '2026-03-29T09:50:00.000Z', against: 'day-before', stages: [{ sequence: 2, kind: 'customs', hours: byHours }] },
})

export const delivered = () =>
  underway({
    state: 'delivered',
    position: { lat: 52.090712, lon: 5.121412, recordedAt: '2026-03-30T12:31:00.000Z' },
    milestones: [
      ...underway().milestones,
      milestone(30, { code: 'ARRI', legSequence: 2, eventTime: '2026-03-30T12:30:00.000Z', locationCode: doorstep.code }),
      milestone(31, { code: 'DROP', legSequence: 2, eventTime: '2026-03-30T12:30:00.000Z', locationCode: doorstep.code }),
    ],
  })
