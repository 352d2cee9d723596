import { type LookupAddress, lookup } from 'node:dns'
import { Agent } from 'node:https'
import ipaddr from 'ipaddr.js'

/** Whether an address is of somebody on the internet, and not of this machine, its network or anything reserved. */
export const isPublic = (address: string) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC'
}

type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void
const resolve: Resolve = (host, done) => lookup(host, { all: true, verbatim: true }, done)

/**
 * Connects to hosts on the internet only. The address that was checked is the one that is connected to: a name that means another one a
 * moment later gains nothing. A host that has any address at home is refused as a whole.
 */
export const publicAgent = (resolveHost = resolve) =>
  new Agent({
    keepAlive: true,
    timeout: 30_000,
    lookup: (host, options, done) =>
      resolveHost(host, (error, addresses) => {
        if (error) return done(error, '', 4)
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => isPublic(address))) return done(new NotPublic(`${host} is not public`), '', 4)
        if (options.all) return done(null, addresses)
        return done(null, first.address, first.family)
      }),
  })
