import { globSync } from 'node:fs'

const places = [
  // Debian and Ubuntu, then other Linux distributions, Homebrew, and what was built by hand.
  '/usr/lib/*/mosquitto_dynamic_security.so',
  '/usr/{lib,lib64,local/lib}/mosquitto_dynamic_security.so',
  '/opt/homebrew/{lib,opt/mosquitto/lib}/mosquitto_dynamic_security.so',
]

/** Where Mosquitto's dynamic security plugin is, which comes with it. */
export const dynamicSecurityPlugin = (): string => {
  const [found] = globSync(places)
  if (!found) throw new Error(`Mosquitto's plugin mosquitto_dynamic_security.so is not there; looked for ${places.join(', ')}`)
  return found
}
