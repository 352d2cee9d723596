import type { ImportedServices, NewService, Service, Services } from '@lading/shared/contract/network'
import { signal } from '@preact/signals'
import type { Load } from '../state/server/load.ts'
import { authorised } from './server/authorised.ts'
import type { Result } from './server/request.ts'

/** What carriers offer from place to place. */
export const services = signal<Service[]>([])
export const servicesLoad = signal<Load>({ status: 'loading' })

export const loadServices = async () => {
  const result = await authorised<Services>('/v1/services')
  servicesLoad.value = result.ok ? { status: 'ready' } : { status: 'failed', failure: result.failure }
  if (result.ok) services.value = result.value.items
}

const thenLoad = <Value>(result: Result<Value>) => {
  if (result.ok) void loadServices()
  return result
}

const pathOf = (code: string) => `/v1/services/${encodeURIComponent(code)}`

export const putService = async (code: string, body: NewService) =>
  thenLoad(await authorised<Service>(pathOf(code), { method: 'PUT', body }))
export const removeService = async (code: string) => thenLoad(await authorised<void>(pathOf(code), { method: 'DELETE' }))

/** All of them or nothing; codes that are known are changed. */
export const importServices = async (csv: string) =>
  thenLoad(await authorised<ImportedServices>('/v1/services/csv', { method: 'POST', body: csv, type: 'text/csv' }))
