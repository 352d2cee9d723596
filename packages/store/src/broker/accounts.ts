import { topicsOfDevice } from '@lading/shared/broker/topics-of-device'
import type { Sql, TransactionSql } from 'postgres'
import { textArray } from '../postgres/array-literal.ts'

/** Somebody whom a broker lets in, for brokers that are told beforehand: the same rules as those of the authority, as lists. */
export type BrokerAccount = {
  name: string
  /** Connects under this client id only; under any where missing. */
  clientId?: string
  /** Of its secret; another one as soon as the secret is another one. */
  secretHash: string
  publishes: string[]
  hears: string[]
}

/** All devices and bridges that may connect, or those of these names. */
export const brokerAccounts = async (sql: Sql | TransactionSql, names?: string[]): Promise<BrokerAccount[]> => {
  const wanted = names ? textArray(names) : null
  const devices = await sql.unsafe<{ id: string; hash: string; carried: string[] }[]>(
    `select id, secret_hash as hash,
       array(select device_id from gateway_device where gateway_id = device.id order by device_id) as carried
     from device where revoked_at is null and ($1::text is null or id = any($1::text::text[])) order by id`,
    [wanted],
  )
  const bridges = await sql.unsafe<{ name: string; hash: string; filters: string[] }[]>(
    `select name, secret_hash as hash, topic_filters as filters from broker_bridge
     where revoked_at is null and ($1::text is null or name = any($1::text::text[])) order by name`,
    [wanted],
  )
  const ofDevices = devices.map(({ id, hash, carried }) => ({
    name: id,
    // A session belongs to its client id, so nobody may have that of another.
    clientId: id,
    secretHash: hash,
    publishes: [...new Set([id, ...carried].flatMap(topicsOfDevice))],
    hears: topicsOfDevice(id),
  }))
  return [...ofDevices, ...bridges.map(({ name, hash, filters }) => ({ name, secretHash: hash, publishes: filters, hears: [] }))]
}

/** Every name that was ever given out, be it revoked. */
export const brokerNames = async (sql: Sql | TransactionSql): Promise<Set<string>> =>
  new Set((await sql<{ name: string }[]>`select id as name from device union all select name from broker_bridge`).map(({ name }) => name))
