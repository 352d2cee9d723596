import type { NewSavedView, SavedView, SavedViewChange } from '@lading/shared/contract/saved-view'
import { address, go, readAddress } from '../../state/address/live-map.ts'
import { openedViewId, savedViews } from '../../state/address/saved-views.ts'
import { screen } from '../../state/address/screen.ts'
import { authorised } from '../server/authorised.ts'

export const loadViews = async () => {
  const result = await authorised<SavedView[]>('/v1/views')
  if (result.ok) savedViews.value = result.value
  return result
}

/** A map that is opened without a word about what it should show, shows what its person chose to begin with. */
export const openDefaultView = async () => {
  const plain = screen.peek() === 'map' && location.search === ''
  await loadViews()
  const chosen = savedViews.value.find(({ isDefault }) => isDefault)
  if (!plain || !chosen || location.search !== '') return
  openedViewId.value = chosen.id
  address.value = readAddress(chosen.query)
  history.replaceState(null, '', chosen.query === '' ? '/' : `/?${chosen.query}`)
}

export const openView = ({ id, query }: SavedView) => {
  openedViewId.value = id
  go({ ...readAddress(query), selectedId: address.value.selectedId })
}

export const saveView = async (view: NewSavedView) => {
  const result = await authorised<SavedView>('/v1/views', { method: 'POST', body: view })
  if (result.ok) {
    openedViewId.value = result.value.id
    await loadViews()
  }
  return result
}

export const changeView = async (id: string, change: SavedViewChange) => {
  const result = await authorised<SavedView>(`/v1/views/${id}`, { method: 'PATCH', body: change })
  if (result.ok) await loadViews()
  return result
}

export const deleteView = async (id: string) => {
  const result = await authorised<undefined>(`/v1/views/${id}`, { method: 'DELETE' })
  if (result.ok) await loadViews()
  return result
}

/** With which view one's map begins; none: with all there is. */
export const beginWith = async (id: string | null) => {
  const result = await authorised<undefined>('/v1/views/default', { method: 'PUT', body: { id } })
  if (result.ok) await loadViews()
  return result
}
