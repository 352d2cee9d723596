import type { Product, Warehouse } from '@lading/shared/contract/product'
import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { loadProductsAndWarehouses } from '../../../data/stock/products.ts'
import { planTransfer } from '../../../data/stock/transfers.ts'
import { t } from '../../../i18n/t.ts'
import { Icon } from '../../../icons/icon.tsx'
import { goStock, nothingOpen, stockAddress } from '../../../state/address/stock.ts'
import { DeedDialog } from '../../dialog/deed-dialog.tsx'
import { ChoiceField, DaysField, QuantityField, TextField } from '../../dialog/fields.tsx'

/** Plans a transfer that nothing proposed. */
export const NewTransferButton = () => {
  const isOpen = useSignal(false)
  return (
    <>
      <button type="button" class="button button-primary" onClick={() => (isOpen.value = true)}>
        <Icon name="plus" />
        {t('new-transfer.title')}
      </button>
      {isOpen.value && <NewTransferDialog onClose={() => (isOpen.value = false)} />}
    </>
  )
}

const fields = ['/product', '/fromWarehouse', '/toWarehouse', '/quantity', '/days']

const NewTransferDialog = ({ onClose }: { onClose: () => void }) => {
  const known = useSignal<{ products: Product[]; warehouses: Warehouse[] }>({ products: [], warehouses: [] })
  useEffect(() => void loadProductsAndWarehouses().then((found) => (known.value = found)), [])
  const warehouses = known.value.warehouses.map(({ code, name }) => [code, name] as const)
  const { warehouse } = stockAddress.value
  return (
    <DeedDialog<StockTransfer>
      title={t('new-transfer.title')}
      about={t('new-transfer.about')}
      deed={t('new-transfer.do')}
      fields={fields}
      onClose={onClose}
      onDone={({ id }) => goStock({ ...nothingOpen, transferId: id })}
      send={(form) => {
        const text = (name: string) => String(form.get(name) ?? '').trim()
        return planTransfer({
          ...{ product: text('product'), fromWarehouse: text('from'), toWarehouse: text('to'), quantity: Number(text('quantity')) },
          ...(text('days') && { days: Number(text('days')) }),
        })
      }}
    >
      {(error) => (
        <>
          <TextField
            name="product"
            label={t('transfer-column.product')}
            required
            most={64}
            among={known.value.products.map(({ sku, name }) => ({ value: sku, name }))}
            messages={error('/product')}
          />
          <ChoiceField
            name="from"
            label={t('transfer-column.from')}
            among={warehouses}
            chosen={warehouse}
            messages={error('/fromWarehouse')}
          />
          <ChoiceField
            name="to"
            label={t('transfer-column.to')}
            among={warehouses}
            chosen={warehouses.find(([code]) => code !== (warehouse || warehouses[0]?.[0]))?.[0]}
            messages={error('/toWarehouse')}
          />
          <QuantityField name="quantity" label={t('transfer-column.quantity')} value={1} least={1} messages={error('/quantity')} />
          <DaysField name="days" label={t('new-transfer.days')} rule={t('new-transfer.days-rule')} messages={error('/days')} />
        </>
      )}
    </DeedDialog>
  )
}
