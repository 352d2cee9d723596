import type { Addresses } from './platform.ts'

/** Speaks to the API as an integrator does: signs in and keeps the cookie. */
export const signedIn = async ({ api, login }: Pick<Addresses, 'api' | 'login'>) => {
  const json = { 'content-type': 'application/json' }
  const session = await fetch(`${api}/v1/session`, { method: 'POST', headers: json, body: JSON.stringify(login) })
  if (!session.ok) throw new Error(`Signing in is answered with ${session.status}`)
  const cookie = session.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ')
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = body === undefined ? { cookie } : { cookie, ...json }
    const response = await fetch(`${api}/v1${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${method} ${path} is answered with ${response.status}: ${await response.text()}`)
    return response.json() as Promise<unknown>
  }
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown) => ask('POST', path, body),
    put: (path: string, body: unknown) => ask('PUT', path, body),
  }
}
