import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The authority that MQTT_CA names, in PEM; a process that cannot read it says why and ends with 1. */
export const caOrExit = (file: string | undefined): Buffer | undefined => {
  if (file === undefined) return undefined
  try {
    const ca = readFileSync(file)
    new X509Certificate(ca)
    return ca
  } catch (error) {
    process.stderr.write(`MQTT_CA: ${file} is not a certificate in PEM form that can be read (${(error as Error).message})\n`)
    process.exit(1)
  }
}
