import type { ClaimDetail, ClaimMove, NewClaim } from '@lading/shared/contract/claim'
import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Problem } from '@lading/shared/contract/common'
import type { CustomsEntryChange, NewCustomsEvent, OfficeHours } from '@lading/shared/contract/customs'
import type { DemandDay, NewDemandEvent } from '@lading/shared/contract/demand'
import type { NewDevice, RegisteredDevice } from '@lading/shared/contract/device'
import type { NewGeofence } from '@lading/shared/contract/geofence'
import type { NewHazard } from '@lading/shared/contract/hazard'
import type { LandedCostQuote, LandedCostRequest } from '@lading/shared/contract/landed-cost'
import type { Location } from '@lading/shared/contract/location'
import type { NewPartnerDocument } from '@lading/shared/contract/partner-document'
import type { PartnerEvidenceList } from '@lading/shared/contract/partner-evidence'
import type { NewDutyBill, NewPaymentOffer } from '@lading/shared/contract/payment'
import type { NewPlaybook, NewWarningRule, Playbook } from '@lading/shared/contract/playbook'
import type { NewProduct } from '@lading/shared/contract/product'
import type { NewPurchaseOrder, NewReceipt, PurchaseOrder } from '@lading/shared/contract/purchase-order'
import type { CountryIndexQuery, NewCountryEvent, NewShipmentReport } from '@lading/shared/contract/risk'
import type { NewShipment, Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import type { NewMovement, NewSupplyTerms } from '@lading/shared/contract/stock'
import type { StockLine, StockList } from '@lading/shared/contract/stock-plan'
import type { StockTransfer, StockTransferChange } from '@lading/shared/contract/stock-transfer'
import type { Track } from '@lading/shared/contract/track'
import type { NewTradeRule } from '@lading/shared/contract/trade-rule'
import type { NewUser } from '@lading/shared/contract/user'
import { UsageError } from '../usage-error.ts'
import { createRequester } from './requester.ts'

/** The part of Lading's api that simulators use, as any integrator could. */
export type Api = {
  settings: () => Promise<DashboardSettings>
  putLocation: (location: Location) => Promise<void>
  /** A device that is registered already stays as it is. */
  registerDevice: (device: NewDevice) => Promise<void>
  /** The secret of a device; one that is registered already gets a new one, and its old one ends. */
  enrol: (device: NewDevice) => Promise<string>
  /** Lets a gateway publish for these devices. */
  carry: (gatewayId: string, deviceIds: string[]) => Promise<void>
  /** The id of the new shipment; `undefined` where another one has its tracking number. */
  createShipment: (shipment: NewShipment) => Promise<string | undefined>
  assign: (deviceId: string, assignment: { shipmentId: string; from: string; until?: string }) => Promise<void>
  shipment: (id: string) => Promise<Shipment | undefined>
  track: (id: string) => Promise<Track>
  /** How long the stages of past journeys took; those that are known already are passed over. */
  importArrivalHistory: (csv: string) => Promise<void>
  /** How long past clearances took; those that are known already are passed over. */
  importClearances: (csv: string) => Promise<void>
  /** What carriers offer from place to place; those that are known are changed. */
  importServices: (csv: string) => Promise<void>
  /** What is published of imports into countries, and where. */
  importCustomsFigures: (source: string, csv: string) => Promise<void>
  /** Versions that are known already are passed over. */
  tellTradeRules: (rules: NewTradeRule[]) => Promise<void>
  /** What one euro was worth on some days, and by whom. */
  importRates: (source: string, csv: string) => Promise<void>
  /** When the customs office of a place works. */
  putCustomsOffice: (code: string, office: { hours: OfficeHours; closedOnHolidays: boolean }) => Promise<void>
  /** What is known of the declaration that a leg waits for. A shipment that is gone needs none. */
  putCustoms: (shipmentId: string, leg: number, change: CustomsEntryChange) => Promise<void>
  /** What happened to it. Somebody else may have told something that it contradicts: then it is not kept. */
  tellCustoms: (shipmentId: string, leg: number, event: NewCustomsEvent) => Promise<void>
  /** The newest ones. */
  shipments: () => Promise<ShipmentPage>
  putProduct: (product: NewProduct) => Promise<void>
  addWarehouse: (code: string) => Promise<void>
  putTerms: (product: string, warehouse: string, terms: Partial<NewSupplyTerms>) => Promise<void>
  importDemand: (items: DemandDay[]) => Promise<void>
  addDemandEvent: (event: NewDemandEvent) => Promise<void>
  recordMovements: (items: NewMovement[]) => Promise<void>
  stock: () => Promise<StockLine[]>
  /** The newest ones. */
  purchaseOrders: () => Promise<PurchaseOrder[]>
  orderNumbered: (number: string) => Promise<PurchaseOrder | undefined>
  /** The id of the new order; `undefined` where its number is known. */
  addOrder: (order: NewPurchaseOrder) => Promise<string | undefined>
  /** The newest ones. */
  transfers: () => Promise<StockTransfer[]>
  moveTransfer: (id: string, change: StockTransferChange) => Promise<void>
  /** Once by its name. */
  drawGeofence: (fence: NewGeofence) => Promise<void>
  tellHazard: (hazard: NewHazard) => Promise<void>
  /** Once by its name; its id, or nothing where it is known. */
  writePlaybook: (book: NewPlaybook) => Promise<string | undefined>
  /** Once by its name. */
  makeWarningRule: (rule: NewWarningRule) => Promise<void>
  tellCountryEvent: (event: NewCountryEvent) => Promise<void>
  /** Figures of a published index of one day, in place of those that were told of it. */
  tellCountryIndex: (edition: CountryIndexQuery, csv: string) => Promise<void>
  /** What a party says of a shipment. One that is gone needs none. */
  report: (shipmentId: string, report: NewShipmentReport) => Promise<void>
  receiveOrder: (id: string, receipt: Partial<NewReceipt> & { externalId: string }) => Promise<void>
  /** Firms that we work with; those that are known are said anew. */
  importPartners: (csv: string) => Promise<void>
  /** A person who may sign in; one whose address is known stays as it is. */
  letIn: (user: NewUser) => Promise<void>
  addPartnerDocument: (code: string, document: NewPartnerDocument) => Promise<void>
  /** What people know of partners; what is known already is passed over. */
  importPartnerEvidence: (csv: string) => Promise<void>
  /** The newest thing that went wrong with it, of those that people told of. */
  badEvidence: (code: string) => Promise<string | undefined>
  /** Its id. */
  openClaim: (claim: NewClaim) => Promise<string>
  moveClaim: (id: string, move: ClaimMove) => Promise<void>
  commentOnClaim: (id: string, text: string) => Promise<void>
  /** Notes what is known now as an evidence pack. */
  packClaim: (id: string) => Promise<void>
  /** What goods cost at the door by the rules that are there: the id of a quote that lacks none of them, or nothing. */
  quote: (request: LandedCostRequest) => Promise<string | undefined>
  /** Whether what is due was taken: not of a shipment whose seller pays, or by a quote by which nothing is due. */
  billDuties: (shipmentId: string, bill: NewDutyBill) => Promise<boolean>
  putPaymentOffer: (code: string, offer: NewPaymentOffer) => Promise<void>
  /** A list of names that nobody may work with, where it is from and its day. */
  importSanctions: (code: string, source: string, publishedOn: string, csv: string) => Promise<void>
}

type Deps = { url: string; login: { email: string; password: string }; signal: AbortSignal }

export const createApi = ({ url, login, signal }: Deps): Api => {
  const request = createRequester({ url, login, signal })
  const ask = async <Answer>(method: string, path: string, body?: unknown, accepted: number[] = []): Promise<Answer | undefined> => {
    const response = await request(method, path, body)
    if (response.ok) return (await response.json()) as Answer
    if (accepted.includes(response.status)) {
      await response.body?.cancel()
      return undefined
    }
    throw new UsageError(`${method} ${path}: ${await describe(response)}`)
  }
  const must = async <Answer>(...args: Parameters<typeof ask>) => (await ask<Answer>(...args)) as Answer

  return {
    settings: () => must('GET', '/v1/settings'),
    putLocation: async (location) => {
      await must('PUT', `/v1/locations/${location.code}`, location)
    },
    registerDevice: async (device) => {
      await ask('POST', '/v1/devices', device, [409])
    },
    enrol: async (device) => {
      const registered = await ask<RegisteredDevice>('POST', '/v1/devices', device, [409])
      if (registered) return registered.secret
      return (await must<RegisteredDevice>('POST', `/v1/devices/${encodeURIComponent(device.id)}/secret`)).secret
    },
    carry: async (gatewayId, deviceIds) => {
      await must('PUT', `/v1/gateways/${encodeURIComponent(gatewayId)}/devices`, { deviceIds })
    },
    createShipment: async (shipment) => (await ask<Shipment>('POST', '/v1/shipments', shipment, [409]))?.id,
    assign: async (deviceId, assignment) => {
      await must('POST', `/v1/devices/${encodeURIComponent(deviceId)}/assignments`, assignment)
    },
    shipment: (id) => ask('GET', `/v1/shipments/${id}`, undefined, [404]),
    track: (id) => must('GET', `/v1/shipments/${id}/track?points=5000`),
    importArrivalHistory: async (csv) => {
      await must('POST', '/v1/arrival-history', csv)
    },
    importServices: async (csv) => void (await must('POST', '/v1/services/csv', csv)),
    importClearances: async (csv) => void (await must('POST', '/v1/clearance-history', csv)),
    importCustomsFigures: async (source, csv) => void (await must('POST', `/v1/customs/figures?source=${encodeURIComponent(source)}`, csv)),
    tellTradeRules: async (rules) => void (await must('POST', '/v1/trade-rules/import', { rules })),
    importRates: async (source, csv) => void (await must('POST', `/v1/exchange-rates/import?source=${encodeURIComponent(source)}`, csv)),
    putCustomsOffice: async (code, office) => void (await must('PUT', `/v1/customs/offices/${code}`, office)),
    putCustoms: async (id, leg, change) => void (await ask('PUT', `/v1/shipments/${id}/customs/${leg}`, change, [404])),
    tellCustoms: async (id, leg, event) => void (await ask('POST', `/v1/shipments/${id}/customs/${leg}/events`, event, [404, 409])),
    quote: async (request) => {
      const quote = await ask<LandedCostQuote>('POST', '/v1/landed-cost', request, [422])
      return quote?.cost.isComplete ? quote.id : undefined
    },
    billDuties: async (id, bill) => (await ask('PUT', `/v1/shipments/${id}/duties`, bill, [404, 409, 422])) !== undefined,
    putPaymentOffer: async (code, offer) => void (await must('PUT', `/v1/payment-offers/${code}`, offer)),
    shipments: () => must('GET', '/v1/shipments'),
    putProduct: async (product) => void (await must('POST', '/v1/products', product)),
    addWarehouse: async (code) => void (await must('POST', '/v1/warehouses', { code })),
    putTerms: async (product, warehouse, terms) => void (await must('PUT', `/v1/stock/${product}/${warehouse}/terms`, terms)),
    importDemand: async (items) => void (await must('POST', '/v1/demand-history', { items })),
    addDemandEvent: async (event) => void (await must('POST', '/v1/demand-events', event)),
    recordMovements: async (items) => void (await must('POST', '/v1/stock/movements', { items })),
    stock: async () => (await must<StockList>('GET', '/v1/stock')).items,
    purchaseOrders: async () => (await must<{ items: PurchaseOrder[] }>('GET', '/v1/purchase-orders?limit=200')).items,
    orderNumbered: async (number) => {
      const path = `/v1/purchase-orders?limit=50&q=${encodeURIComponent(number)}`
      return (await must<{ items: PurchaseOrder[] }>('GET', path)).items.find((order) => order.number === number)
    },
    addOrder: async (order) => (await ask<PurchaseOrder>('POST', '/v1/purchase-orders', order, [409]))?.id,
    transfers: async () => (await must<{ items: StockTransfer[] }>('GET', '/v1/stock/transfers?limit=200')).items,
    moveTransfer: async (id, change) => void (await must('PATCH', `/v1/stock/transfers/${id}`, change)),
    drawGeofence: async (fence) => void (await ask('POST', '/v1/geofences', fence, [409])),
    tellHazard: async (hazard) => void (await must('POST', '/v1/hazards', hazard)),
    writePlaybook: async (book) => (await ask<Playbook>('POST', '/v1/playbooks', book, [409]))?.id,
    makeWarningRule: async (rule) => void (await ask('POST', '/v1/warning-rules', rule, [409])),
    tellCountryEvent: async (event) => void (await must('POST', '/v1/country-events', event)),
    tellCountryIndex: async ({ best, worst, ...edition }, csv) =>
      void (await must('PUT', `/v1/country-indices?${new URLSearchParams({ ...edition, best: `${best}`, worst: `${worst}` })}`, csv)),
    report: async (id, report) => void (await ask('POST', `/v1/shipments/${id}/reports`, report, [404])),
    receiveOrder: async (id, receipt) => void (await must('POST', `/v1/purchase-orders/${id}/receipts`, receipt)),
    importPartners: async (csv) => void (await must('POST', '/v1/partners', csv)),
    letIn: async (user) => void (await ask('POST', '/v1/users', user, [404, 409])),
    addPartnerDocument: async (code, document) => void (await must('POST', `/v1/partners/${code}/documents`, document)),
    importPartnerEvidence: async (csv) => void (await must('POST', '/v1/partner-evidence', csv)),
    badEvidence: async (code) => {
      const { items } = await must<PartnerEvidenceList>('GET', `/v1/partners/${code}/evidence?bad=true&aspect=on-time&limit=50`)
      return items.find(({ source }) => source === 'import')?.id
    },
    openClaim: async (claim) => (await must<ClaimDetail>('POST', '/v1/claims', claim)).id,
    moveClaim: async (id, move) => void (await must('POST', `/v1/claims/${id}/moves`, move)),
    commentOnClaim: async (id, text) => void (await must('POST', `/v1/claims/${id}/comments`, { text })),
    packClaim: async (id) => void (await must('POST', `/v1/claims/${id}/packs`, {})),
    importSanctions: async (code, source, publishedOn, csv) =>
      void (await must('PUT', `/v1/sanctions-lists/${code}?${new URLSearchParams({ source, publishedOn })}`, csv)),
  }
}

const describe = async (response: Response) => {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
  const fields = problem.errors?.slice(0, 3).map(({ path, message }) => `${path} ${message}`) ?? []
  return [`answer ${response.status}`, problem.detail ?? problem.title, ...fields].filter(Boolean).join('; ')
}
