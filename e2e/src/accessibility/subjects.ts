import type { AlertPage } from '@lading/shared/contract/alert'
import type { CustomsEntryPage } from '@lading/shared/contract/customs'
import type { PurchaseOrder, PurchaseOrderPage } from '@lading/shared/contract/purchase-order'
import type { Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import type { StockList } from '@lading/shared/contract/stock-plan'
import type { StockTransfer, StockTransferPage } from '@lading/shared/contract/stock-transfer'
import type { User } from '@lading/shared/contract/user'
import { signedIn } from '../api.ts'
import { announceLateShipment } from '../late-shipment.ts'
import { parcelHandedOver } from '../parcel-handed-over.ts'
import type { Addresses } from '../platform.ts'
import { until } from '../until.ts'
import { loginOfPartner, partnerWhoLooks } from './partner-who-looks.ts'

/** What is looked at: something of everything that a view can show. */
export type Subjects = {
  alarming: { id: string; trackingNumber: string }
  declared: string
  moving: string
  device: string
  item: string
  order: string
  transfer: string
  tracking: string
  /** A shipment of the merchant `a-shop` that was handed over and has duties due, by the token of its link. */
  delivered: string
}

/** Finds it on a platform that runs, and makes what is not there. */
export const findSubjects = async (addresses: Addresses): Promise<Subjects> => {
  const client = await signedIn(addresses)
  const { get, post, put } = client
  await put('/merchants/a-shop', { name: 'A shop' })
  const handedOver = parcelHandedOver(client, 'a-shop')
  const alert = async () => ((await get('/alerts?limit=1&open=true')) as AlertPage).items[0]
  if (!(await alert())) await announceLateShipment(client, `LATE-${Date.now()}`)
  const alarming = (await until(alert, 'an alert')).shipmentId
  const { trackingNumber } = (await get(`/shipments/${alarming}`)) as Shipment
  const entry = await until(async () => ((await get('/customs/entries?limit=1')) as CustomsEntryPage).items[0], 'a declaration')
  const moving = await until(
    async () => ((await get('/shipments?limit=1&state=in-transit')) as ShipmentPage).items[0],
    'a shipment under way',
  )
  const device = await until(async () => ((await get('/devices?limit=1')) as { items: { id: string }[] }).items[0], 'a device')
  const lines = await until(async () => {
    const { items } = (await get('/stock')) as StockList
    return new Set(items.map(({ warehouse }) => warehouse)).size > 1 ? items : undefined
  }, 'stock in two warehouses')
  const line = lines.find(({ proposals }) => proposals.length > 0) ?? lines[0]
  const elsewhere = lines.find(({ warehouse }) => warehouse !== line?.warehouse)
  const orders = (query: string) => get(`/purchase-orders?limit=1${query}`) as Promise<PurchaseOrderPage>
  const { product, warehouse } = line ?? {}
  const draft = () => post('/purchase-orders', { supplier: 'A supplier', warehouse, lines: [{ product, quantity: 10 }] })
  const order = (await orders('&state=sent')).items[0] ?? (await orders('&state=draft')).items[0] ?? ((await draft()) as PurchaseOrder)
  const [planned] = ((await get('/stock/transfers?limit=1&state=planned')) as StockTransferPage).items
  const way = { product, fromWarehouse: warehouse, toWarehouse: elsewhere?.warehouse }
  const transfer = planned ?? ((await post('/stock/transfers', { ...way, quantity: 1, days: 2 })) as StockTransfer)
  // The demonstration lets people of partners in last: services, rates and rules are there then.
  await until(
    async () => ((await get('/users')) as User[]).some(({ partner }) => partner === partnerWhoLooks),
    'everything that the demonstration tells at its start',
  )
  const ofPartner = await signedIn({ ...addresses, login: loginOfPartner(addresses) })
  await ofPartner.post('/partner/documents', { kind: 'aeo', number: 'AEO-1', validFrom: '2026-01-01', note: 'A copy came by mail' })
  const [tracking] = addresses.tracking
  if (!tracking) throw new Error('The platform has no tracking link to look at')
  return {
    alarming: { id: alarming, trackingNumber },
    declared: entry.shipmentId,
    moving: moving.id,
    device: device.id,
    item: `${product}@${warehouse}`,
    order: order.id,
    transfer: transfer.id,
    tracking,
    delivered: await handedOver,
  }
}
