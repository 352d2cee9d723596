import type { MapView } from '@lading/shared/contract/map'
import type { TrackingLink } from '@lading/shared/contract/tracking-link'
import type { Login } from './login.ts'

const withinMs = 10_000

/** The few things the launcher asks of the api, signed in as the demonstration's admin. */
export const signIn = async (api: string, login: Login) => {
  const ask = async (method: string, path: string, body?: unknown, cookie?: string) => {
    const response = await fetch(new URL(path, api), {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie && { cookie }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(withinMs),
    })
    if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${(await response.text()).slice(0, 200)}`)
    return response
  }
  const session = await ask('POST', '/v1/session', login)
  const cookie = session.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ')
  return {
    shipmentsOnTheMap: async () => {
      const view = (await (await ask('GET', '/v1/map', undefined, cookie)).json()) as MapView
      return view.shipments
    },
    createTrackingLink: async (shipmentId: string) =>
      (await (await ask('POST', `/v1/shipments/${shipmentId}/tracking-links`, {}, cookie)).json()) as TrackingLink,
    signOut: async () => {
      await ask('DELETE', '/v1/session', undefined, cookie)
    },
  }
}

export type Client = Awaited<ReturnType<typeof signIn>>
