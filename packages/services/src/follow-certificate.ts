import { readCertificate } from './certificate.ts'
import type { TlsOptions } from './tls-options.ts'
import { watchFiles } from './watch-files.ts'

type Pair = { cert: Buffer; key: Buffer }

/** Applies a certificate whenever it was renewed; one that cannot be used leaves the old one in place. Answers how to stop. */
export const followCertificate = ({ certFile, keyFile, checkEveryMs, say = () => {} }: TlsOptions, apply: (pair: Pair) => void) =>
  watchFiles(
    [certFile, keyFile],
    () =>
      readCertificate({ certFile, keyFile }).then(
        (pair) => {
          apply(pair)
          say(`the broker shows its renewed certificate, which is good until ${pair.expiresAt.toISOString().slice(0, 10)}`)
        },
        (error: Error) => say(`the broker keeps its old certificate: ${error.message}`),
      ),
    checkEveryMs,
  )
