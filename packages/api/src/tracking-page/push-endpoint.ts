import { isIP } from 'node:net'

/**
 * Whether an address can be of a push service: https at its usual port, of a host with a name on the internet. Where the name leads is
 * looked at once more when something is sent there.
 */
export const isPushEndpoint = (text: string) => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username, password } = new URL(text)
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.')
  const atHome = /\.(local|localhost|internal|intranet|lan|home|corp|test|invalid|onion|arpa)\.?$/.test(hostname)
  return protocol === 'https:' && port === '' && username === '' && password === '' && isNamed && !atHome
}
