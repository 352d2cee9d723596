import { request } from './request.ts'
import { sessionEnded } from './session.ts'

/** A request that needs a session; without one the sign-in page takes over. */
export const authorised: typeof request = async (path, options) => {
  const result = await request(path, options)
  if (!result.ok && result.failure.kind === 'answer' && result.failure.status === 401) sessionEnded()
  return result as Awaited<ReturnType<typeof request<never>>>
}
