import type { Certificate } from './certificate.ts'
import { isPortFree } from './is-port-free.ts'

/** A listener for TLS beside the plain one of a broker. */
export type TlsOptions = Certificate & {
  host: string
  port: number
  /** How often it is looked whether the certificate was renewed. */
  checkEveryMs?: number
  /** Hears what became of a renewed certificate. */
  say?: (line: string) => void
}

/** Its port was chosen by whoever set it up, and devices know it: another one would not do. */
export const checkTlsPort = async ({ host, port }: TlsOptions) => {
  if (!(await isPortFree(port, host))) throw new Error(`the broker cannot listen for TLS on ${host}:${port}: port ${port} is taken`)
}
