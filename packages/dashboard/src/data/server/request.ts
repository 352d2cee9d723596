import type { Problem } from '@lading/shared/contract/common'
import type { Issue } from '@lading/shared/issue/issue'
import { keptAtHeader } from '../../offline/kept.ts'
import type { Failure } from '../../state/server/failure.ts'
import { noteAnswer } from '../../state/server/kept.ts'

export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure }

/** `type` is of a body that is a text or a file and goes as it is; any other body goes as JSON. */
type Options = {
  method?: string
  body?: unknown
  type?: string
  headers?: Record<string, string>
  signal?: AbortSignal
  fetch?: typeof fetch
}

/** One request to the api. Refusals and a missing network are values; the api's answers are trusted to keep the contract. */
export const request = async <Value>(
  path: string,
  { method = 'GET', body, type, headers = {}, signal, fetch = globalThis.fetch }: Options = {},
) => {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? headers : { ...headers, 'content-type': type ?? 'application/json' },
      body: body === undefined ? undefined : type && (typeof body === 'string' || body instanceof Blob) ? body : JSON.stringify(body),
      signal,
    })
    noteAnswer(response.headers.get(keptAtHeader))
    return await read<Value>(response)
  } catch (error) {
    // An aborted request is the caller's own doing and looks like any other that never arrived.
    if (error instanceof TypeError || (error as Error).name === 'AbortError') return unreachable
    throw error
  }
}

const unreachable: Result<never> = { ok: false, failure: { kind: 'unreachable' } }

const read = async <Value>(response: Response): Promise<Result<Value>> => {
  if (!response.ok) return { ok: false, failure: { kind: 'answer', status: response.status, ...(await problemOf(response)) } }
  return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as Value }
}

// A proxy in front of the api may answer with something other than a problem document.
const problemOf = async (response: Response): Promise<{ code: string; issues?: Issue[] }> => {
  if (!response.headers.get('content-type')?.includes('problem+json')) return { code: String(response.status) }
  const { code, errors } = (await response.json()) as Problem
  return errors ? { code, issues: errors } : { code }
}

/** `?a=1&b=2&b=3` without what is missing or empty. */
export const queryString = (query: Record<string, string | number | boolean | readonly string[] | undefined>) => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [value].flat().map((one) => [name, String(one)]),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
