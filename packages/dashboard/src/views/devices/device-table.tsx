import { t } from '../../i18n/t.ts'
import { type DeviceColumn, deviceAddress, deviceColumns, goDevices } from '../../state/address/devices.ts'
import { listedDevices } from '../../state/device/listed.ts'
import { VirtualTable } from '../parts/virtual-table.tsx'
import { DeviceRow } from './device-row.tsx'

// As devices.css has them.
const rowPx = { desk: 36, phone: 64 }

/** Every device of which only the visible rows exist; Enter opens the device. */
export const DeviceTable = () => (
  <VirtualTable
    label={t('devices.title')}
    class="device-table"
    head={deviceColumns.map((column) => <ColumnHead key={column} column={column} />)}
    items={listedDevices.value}
    rowPx={rowPx}
    focus=".row-open"
  >
    {(listed, { index, focusable, onActive }) => (
      <DeviceRow
        key={listed.device.id}
        listed={listed}
        index={index}
        focusable={focusable}
        onOpen={() => {
          onActive()
          goDevices({ selectedId: listed.device.id })
        }}
      />
    )}
  </VirtualTable>
)

const ColumnHead = ({ column }: { column: DeviceColumn }) => {
  const { by, descending } = deviceAddress.value.order
  const sorted = by === column
  return (
    <th scope="col" class={`device-${column}`} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="sort" onClick={() => goDevices({ order: { by: column, descending: sorted && !descending } })}>
        {t(`column.${column}`)}
      </button>
    </th>
  )
}
