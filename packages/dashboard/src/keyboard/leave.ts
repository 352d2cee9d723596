import { address } from '../state/address/live-map.ts'
import { screen } from '../state/address/screen.ts'
import { areaPanel } from '../state/map/areas.ts'
import { chooseNone, chosenIds } from '../state/queue/cursor.ts'
import { stopChoosing } from '../state/replay/chosen-shipments.ts'
import { isReplaying } from '../state/replay/replay.ts'
import { deselect } from '../state/shipment/select.ts'
import { closeAreas, endForm } from '../views/areas/areas.ts'
import { closeDevice } from '../views/devices/device-drawer.tsx'
import { leaveReplay } from '../views/shipments/replay-these.ts'
import { closeStock } from '../views/stock/drawer.tsx'

/** Closes what was opened last, and gives the focus back to where it was opened from. */
export const leave = () => {
  if (screen.value === 'stock') {
    const from = document.querySelector<HTMLElement>('.row-open[aria-current]') ?? document.querySelector<HTMLElement>('.row-open')
    closeStock()
    from?.focus()
  } else if (screen.value === 'devices') {
    closeDevice()
    document.querySelector<HTMLElement>('.row-open[tabindex="0"]')?.focus()
  } else if (screen.value === 'map') {
    if (isReplaying.value) return leaveReplay()
    if (areaPanel.value?.form) return endForm()
    if (areaPanel.value) return closeAreas()
    if (address.value.selectedId) deselect()
    else if (chosenIds.value.size > 0) chooseNone()
    else stopChoosing()
    document.querySelector<HTMLElement>('.listbox')?.focus()
  }
}
