import type { CustomsOffice, CustomsOffices } from '@lading/shared/contract/customs'
import { customsOffices } from '../../state/customs-offices.ts'
import { authorised } from '../server/authorised.ts'

export const loadOffices = async () => {
  const result = await authorised<CustomsOffices>('/v1/customs/offices')
  if (result.ok) customsOffices.value = result.value.items
  return result
}

const pathOf = (code: string) => `/v1/customs/offices/${encodeURIComponent(code)}`

/** Says when the office of a place works; this resolves when the offices are known anew. */
export const saveOffice = async ({ code, ...body }: CustomsOffice) => {
  const result = await authorised<CustomsOffice>(pathOf(code), { method: 'PUT', body })
  if (result.ok) await loadOffices()
  return result
}

/** From now on it is taken to work around the clock. */
export const forgetOffice = async (code: string) => {
  const result = await authorised<void>(pathOf(code), { method: 'DELETE' })
  if (result.ok) await loadOffices()
  return result
}
