import { connect } from 'node:net'

const withinMs = 5000

const tcp = (url: string, defaultPort: number) =>
  new Promise<void>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || defaultPort })
    const done = (error?: Error) => {
      socket.destroy()
      if (error) reject(error)
      else resolve()
    }
    socket.setTimeout(withinMs, () => done(new Error('no answer')))
    socket.once('error', done)
    socket.once('connect', () => done())
  })

// Any answer will do, as /ping is not the same in all versions; a wrong token shows when the processes start.
const http = async (url: string) => {
  const response = await fetch(new URL('/ping', url), { signal: AbortSignal.timeout(withinMs) })
  if (response.status >= 500) throw new Error(`it answers ${response.status}`)
}

const ways: Record<string, (url: string) => Promise<void>> = {
  'mqtt:': (url) => tcp(url, 1883),
  'mqtts:': (url) => tcp(url, 8883),
  'ws:': (url) => tcp(url, 80),
  'wss:': (url) => tcp(url, 443),
  'http:': http,
  'https:': http,
  'redis:': (url) => tcp(url, 6379),
  'rediss:': (url) => tcp(url, 6379),
  'postgres:': (url) => tcp(url, 5432),
  'postgresql:': (url) => tcp(url, 5432),
}

/** Throws one line that names the variable when nothing answers at its address. The password is not repeated. */
export const reach = async (variable: string, url: string) => {
  const { protocol, host } = new URL(url)
  try {
    await ways[protocol]?.(url)
  } catch (cause) {
    const { message, code, cause: deeper } = cause as Error & { code?: string; cause?: Error & { code?: string } }
    const reason = code ?? deeper?.code ?? (deeper?.message || message)
    throw new Error(
      `${variable} names ${protocol}//${host}, which cannot be reached (${reason}): start that server, or unset ${variable}`,
      {
        cause,
      },
    )
  }
}
