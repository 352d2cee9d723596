import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/t.ts'
import { type DeviceColumn, deviceAddress, deviceColumns, goDevices } from '../../state/device-address.ts'
import { type ListedDevice, listedDevices } from '../../state/listed-devices.ts'
import { rowAfterKey, rowsInView } from '../rows.ts'
import { DeviceRow } from './device-row.tsx'
import { usePhone } from './use-phone.ts'

// As devices.css has them: one line on a desk, two on a phone.
const rowPx = { desk: 36, phone: 64 }

/**
 * A table of which only the visible rows exist. One row at a time is a stop of the tab key; arrow keys move it, Enter opens the
 * device.
 */
export const DeviceTable = () => {
  const box = useRef<HTMLDivElement>(null)
  const scrollTop = useSignal(0)
  const height = useSignal(800)
  const active = useSignal(0)
  const focusWanted = useSignal(false)
  const rowHeight = usePhone() ? rowPx.phone : rowPx.desk
  const { value: rows } = listedDevices

  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      height.value = entry?.contentRect.height ?? height.value
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [height])

  const activeIndex = Math.min(active.value, rows.length - 1)
  // The row may have to be drawn before it can have the focus.
  useEffect(() => {
    if (!focusWanted.value) return
    focusWanted.value = false
    box.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"] .device-open`)?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element && event.target.closest('tbody')) || !box.current) return
    const next = rowAfterKey(event.key, activeIndex, rows.length, Math.max(1, Math.floor(height.value / rowHeight) - 2))
    if (next === undefined) return
    event.preventDefault()
    active.value = next
    focusWanted.value = true
    const [top, bottom] = [next * rowHeight, (next + 2) * rowHeight]
    if (top < box.current.scrollTop) box.current.scrollTop = top
    else if (bottom > box.current.scrollTop + box.current.clientHeight) box.current.scrollTop = bottom - box.current.clientHeight
  }

  const { first, last } = rowsInView(scrollTop.value, height.value, rowHeight, rows.length)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows' buttons, of which the focused one may be replaced.
    <div
      class="device-table"
      ref={box}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => {
        scrollTop.value = currentTarget.scrollTop
      }}
    >
      <table aria-rowcount={rows.length + 1} aria-label={t('devices.title')}>
        <thead>
          <tr aria-rowindex={1}>
            {deviceColumns.map((column) => (
              <ColumnHead key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap px={first * rowHeight} />
          {rows.slice(first, last).map((listed: ListedDevice, offset) => (
            <DeviceRow
              key={listed.device.id}
              listed={listed}
              index={first + offset}
              focusable={first + offset === activeIndex}
              onOpen={() => {
                active.value = first + offset
                goDevices({ selectedId: listed.device.id })
              }}
            />
          ))}
          <Gap px={(rows.length - last) * rowHeight} />
        </tbody>
      </table>
    </div>
  )
}

// Stands for the rows that do not exist.
const Gap = ({ px }: { px: number }) =>
  px > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row that nothing makes focusable.
    <tr aria-hidden="true" class="device-gap">
      <td style={{ height: `${px}px` }} />
    </tr>
  ) : null

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
