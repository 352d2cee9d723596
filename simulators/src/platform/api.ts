import type { DashboardSettings } from '@lading/shared/contract/clock'
import type { Problem } from '@lading/shared/contract/common'
import type { NewDevice, RegisteredDevice } from '@lading/shared/contract/device'
import type { Location } from '@lading/shared/contract/location'
import type { NewShipment, Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import type { Track } from '@lading/shared/contract/track'
import { UsageError } from '../usage-error.ts'
import { createRequester } from './requester.ts'

/** The part of Lading's api that simulators use, as any integrator could. */
export type Api = {
  settings: () => Promise<DashboardSettings>
  putLocation: (location: Location) => Promise<void>
  /** A device that is registered already stays as it is. */
  registerDevice: (device: NewDevice) => Promise<void>
  /** The secret of a device; one that is registered already gets a new one, and its old one ends. */
  enrol: (device: NewDevice) => Promise<string>
  /** Lets a gateway publish for these devices. */
  carry: (gatewayId: string, deviceIds: string[]) => Promise<void>
  /** The id of the new shipment; `undefined` where another one has its tracking number. */
  createShipment: (shipment: NewShipment) => Promise<string | undefined>
  assign: (deviceId: string, assignment: { shipmentId: string; from: string; until?: string }) => Promise<void>
  shipment: (id: string) => Promise<Shipment | undefined>
  track: (id: string) => Promise<Track>
  /** The newest ones. */
  shipments: () => Promise<ShipmentPage>
}

type Deps = { url: string; login: { email: string; password: string }; signal: AbortSignal }

export const createApi = ({ url, login, signal }: Deps): Api => {
  const request = createRequester({ url, login, signal })
  const ask = async <Answer>(method: string, path: string, body?: unknown, accepted: number[] = []): Promise<Answer | undefined> => {
    const response = await request(method, path, body)
    if (response.ok) return (await response.json()) as Answer
    if (accepted.includes(response.status)) {
      await response.body?.cancel()
      return undefined
    }
    throw new UsageError(`${method} ${path}: ${await describe(response)}`)
  }
  const must = async <Answer>(...args: Parameters<typeof ask>) => (await ask<Answer>(...args)) as Answer

  return {
    settings: () => must('GET', '/v1/settings'),
    putLocation: async (location) => {
      await must('PUT', `/v1/locations/${location.code}`, location)
    },
    registerDevice: async (device) => {
      await ask('POST', '/v1/devices', device, [409])
    },
    enrol: async (device) => {
      const registered = await ask<RegisteredDevice>('POST', '/v1/devices', device, [409])
      if (registered) return registered.secret
      return (await must<RegisteredDevice>('POST', `/v1/devices/${encodeURIComponent(device.id)}/secret`)).secret
    },
    carry: async (gatewayId, deviceIds) => {
      await must('PUT', `/v1/gateways/${encodeURIComponent(gatewayId)}/devices`, { deviceIds })
    },
    createShipment: async (shipment) => (await ask<Shipment>('POST', '/v1/shipments', shipment, [409]))?.id,
    assign: async (deviceId, assignment) => {
      await must('POST', `/v1/devices/${encodeURIComponent(deviceId)}/assignments`, assignment)
    },
    shipment: (id) => ask('GET', `/v1/shipments/${id}`, undefined, [404]),
    track: (id) => must('GET', `/v1/shipments/${id}/track?points=5000`),
    shipments: () => must('GET', '/v1/shipments'),
  }
}

const describe = async (response: Response) => {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
  const fields = problem.errors?.slice(0, 3).map(({ path, message }) => `${path} ${message}`) ?? []
  return [`answer ${response.status}`, problem.detail ?? problem.title, ...fields].filter(Boolean).join('; ')
}
