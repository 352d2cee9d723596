import type { Area } from '@lading/shared/domain/area'
import { draft, draftOf, newDraft } from '../../state/map/area-draft.ts'
import { wishArea } from '../../state/map/area-wish.ts'
import { type AreaKind, areaPanel, pointedArea } from '../../state/map/areas.ts'
import { showLayer, shownLayers } from '../../state/map/layers.ts'
import { pane } from '../../state/pane.ts'

const toMenu = () => requestAnimationFrame(() => document.querySelector<HTMLElement>('.layers > summary')?.focus())

/** Shows what is drawn, on the map as well. */
export const openAreas = (kind: AreaKind) => {
  if (!shownLayers.peek()[kind]) showLayer(kind, true)
  areaPanel.value = { kind }
  pane.value = 'map'
}

export const closeAreas = () => {
  areaPanel.value = undefined
  pointedArea.value = undefined
  toMenu()
}

/** Begins to draw, or to change what is there. */
export const startForm = (kind: AreaKind, known?: { id: string; area: Area }) => {
  draft.value = known ? draftOf(known.area) : newDraft
  areaPanel.value = { kind, form: { id: known?.id } }
  if (known) wishArea(known.area)
}

/** Back to the list; what was drawn and not saved is gone. */
export const endForm = () => {
  draft.value = undefined
  if (areaPanel.value) areaPanel.value = { kind: areaPanel.value.kind }
}

export const showArea = (id: string, area: Area) => {
  pointedArea.value = id
  wishArea(area)
}
