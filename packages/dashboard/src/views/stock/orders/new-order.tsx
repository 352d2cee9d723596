import type { Product, Warehouse } from '@lading/shared/contract/product'
import type { PurchaseOrder } from '@lading/shared/contract/purchase-order'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addOrder, loadSuppliers, suppliers } from '../../../data/stock/orders.ts'
import { loadProductsAndWarehouses } from '../../../data/stock/products.ts'
import { t } from '../../../i18n/t.ts'
import { Icon } from '../../../icons/icon.tsx'
import { goStock, nothingOpen, stockAddress } from '../../../state/address/stock.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'
import { ChoiceField, instantOf, QuantityField, TextField, TimeField } from '../../dialog/fields.tsx'

/** Adds an order that nothing proposed. */
export const NewOrderButton = () => {
  const isOpen = useSignal(false)
  return (
    <>
      <button type="button" class="button button-primary" onClick={() => (isOpen.value = true)}>
        <Icon name="plus" />
        {t('new-order.title')}
      </button>
      {isOpen.value && <NewOrderDialog onClose={() => (isOpen.value = false)} />}
    </>
  )
}

const fields = ['/supplier', '/warehouse', '/number', '/orderedAt', '/lines']

const NewOrderDialog = ({ onClose }: { onClose: () => void }) => {
  const known = useSignal<{ products: Product[]; warehouses: Warehouse[] }>({ products: [], warehouses: [] })
  // A line keeps its fields where one before it is taken away.
  const lines = useSignal([0])
  useEffect(() => {
    void loadSuppliers()
    void loadProductsAndWarehouses().then((found) => (known.value = found))
  }, [])
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const [number, expectedAt, orderedAt] = [text('number'), instantOf(form.get('expectedAt')), instantOf(form.get('orderedAt'))]
    return addOrder({
      ...{ supplier: text('supplier'), warehouse: text('warehouse'), ...(number && { number }), ...(orderedAt && { orderedAt }) },
      lines: lines.value.map((line) => ({
        ...{ product: text(`product-${line}`), quantity: Number(form.get(`quantity-${line}`)) },
        ...(expectedAt && { expectedAt }),
      })),
    })
  }
  const products = known.value.products.map(({ sku, name }) => ({ value: sku, name }))
  const warehouses = known.value.warehouses.map(({ code, name }) => [code, name] as const)
  return (
    <DeedDialog<PurchaseOrder>
      title={t('new-order.title')}
      about={t('new-order.about')}
      deed={t('new-order.do')}
      fields={fields}
      onClose={onClose}
      onDone={({ id }) => goStock({ ...nothingOpen, orderId: id })}
      send={send}
    >
      {(error) => (
        <>
          <TextField
            name="supplier"
            label={t('stock.policy.supplier')}
            required
            most={120}
            among={suppliers.value.map((value) => ({ value }))}
            messages={error('/supplier')}
          />
          <ChoiceField
            name="warehouse"
            label={t('stock.warehouse')}
            among={warehouses}
            chosen={stockAddress.value.warehouse}
            messages={error('/warehouse')}
          />
          {lines.value.map((line, index) => (
            <fieldset key={line} class="order-line">
              <legend>{t('new-order.line', { number: index + 1 })}</legend>
              <TextField
                name={`product-${line}`}
                label={t('transfer-column.product')}
                required
                most={64}
                among={products}
                messages={error(`/lines/${index}/product`)}
              />
              <QuantityField
                name={`quantity-${line}`}
                label={t('transfer-column.quantity')}
                value={1}
                least={1}
                messages={[...error(`/lines/${index}/quantity`), ...error(`/lines/${index}/expectedAt`)]}
              />
              {lines.value.length > 1 && (
                <button
                  type="button"
                  class="button button-quiet button-icon"
                  aria-label={t('new-order.less', { number: index + 1 })}
                  onClick={() => (lines.value = lines.value.filter((other) => other !== line))}
                >
                  <Icon name="trash" />
                </button>
              )}
            </fieldset>
          ))}
          <button type="button" class="button order-more" onClick={() => (lines.value = [...lines.value, Math.max(...lines.value) + 1])}>
            <Icon name="plus" />
            {t('new-order.more')}
          </button>
          <TimeField name="expectedAt" label={t('new-order.expected')} rule={t('new-order.expected-rule')} messages={[]} />
          <TimeField name="orderedAt" label={t('new-order.placed')} rule={t('new-order.placed-rule')} messages={error('/orderedAt')} />
          <TextField name="number" label={t('new-order.number')} rule={t('new-order.number-rule')} most={64} messages={error('/number')} />
        </>
      )}
    </DeedDialog>
  )
}
