import type { BrokerAccount } from '../accounts.ts'

/** An entry of a role of Mosquitto's dynamic security, in its own words. */
export type Acl = { acltype: string; topic: string; priority: number; allow: boolean }

const allow = (acltype: string) => (topic: string) => ({ acltype, topic, priority: 0, allow: true })

/**
 * What somebody may publish, subscribe to and be sent; everything else is refused. Also what is sent is held to the list: a
 * session that outlives its connection keeps subscriptions of times when more was allowed.
 */
export const aclsOf = ({ publishes, hears }: Pick<BrokerAccount, 'publishes' | 'hears'>): Acl[] => [
  ...publishes.map(allow('publishClientSend')),
  ...hears.map(allow('subscribePattern')),
  ...hears.map(allow('publishClientReceive')),
]

export const defaultAccess = { publishClientSend: false, publishClientReceive: false, subscribe: false, unsubscribe: true }

/** Each account has a role of its own; the name says that Lading made it. */
export const rolePrefix = 'lading/'
export const roleOf = (name: string) => `${rolePrefix}${name}`
