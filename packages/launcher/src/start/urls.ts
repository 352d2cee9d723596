import { networkInterfaces } from 'node:os'

const everywhere = new Set(['0.0.0.0', '::'])

/** The address of this machine to give to others when the api listens on all of them. */
const firstAddress = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'

const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** Where people find what listens on `host`. */
export const publicUrl = (host: string, port: number) => `http://${reachable(host)}:${port}`

/** The same without scheme and port. */
export const reachable = (host: string) => inUrl(everywhere.has(host) ? firstAddress() : host)

/** Where this machine finds it. */
export const localUrl = (host: string, port: number) =>
  `http://${inUrl(host === '::' ? '::1' : host === '0.0.0.0' ? '127.0.0.1' : host)}:${port}`
