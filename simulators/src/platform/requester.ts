import { setTimeout as sleep } from 'node:timers/promises'
import { UsageError } from '../usage-error.ts'

type Deps = { url: string; login: { email: string; password: string }; signal: AbortSignal }

const attempts = 8
const answerWithinMs = 20_000

/**
 * Asks the api as a signed-in person: signs in when needed, waits when told to (429, 503) and when nobody answers, up to
 * about a minute in all. A body that is a text is a table.
 */
export const createRequester = ({ url, login, signal }: Deps) => {
  let session: Promise<string> | undefined

  const send = (method: string, path: string, body: unknown, cookie?: string) =>
    fetch(new URL(path, url), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
        ...(cookie ? { cookie } : {}),
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    })

  const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      const response = await ask().catch((error: Error) => {
        signal.throwIfAborted()
        if (attempt >= attempts) throw new UsageError(`${url} does not answer: ${reason(error)}`, { cause: error })
        return undefined
      })
      if (response && ![429, 503].includes(response.status)) return response
      if (response && attempt >= attempts) return response
      await response?.body?.cancel()
      const toldS = Number(response?.headers.get('retry-after'))
      await sleep(toldS > 0 ? Math.min(toldS, 60) * 1000 : Math.min(10_000, 250 * 2 ** attempt), undefined, { signal })
    }
  }

  const signIn = async () => {
    const response = await patiently(() => send('POST', '/v1/session', login))
    if (!response.ok) throw new UsageError(`${url} does not let ${login.email} in: answer ${response.status} to POST /v1/session`)
    await response.body?.cancel()
    return response.headers
      .getSetCookie()
      .map((header) => header.split(';')[0])
      .join('; ')
  }

  const cookie = () => {
    session ??= signIn().catch((error) => {
      session = undefined
      throw error
    })
    return session
  }

  return async (method: string, path: string, body?: unknown): Promise<Response> => {
    const used = await cookie()
    const response = await patiently(() => send(method, path, body, used))
    if (response.status !== 401) return response
    await response.body?.cancel()
    // The session ended; of many calls at once only the first signs in again.
    if ((await session) === used) session = undefined
    const renewed = await cookie()
    return patiently(() => send(method, path, body, renewed))
  }
}

const reason = (error: Error) =>
  error.cause instanceof Error ? error.cause.message || (error.cause as NodeJS.ErrnoException).code : error.message
