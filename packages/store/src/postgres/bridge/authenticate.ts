import type { Sql } from 'postgres'
import { isSecretOf } from '../../broker/secret-hash.ts'
import { textArray } from '../array-literal.ts'

/** A bridge that has shown its secret, and the topics that it may publish under. */
export type BridgeIdentity = {
  bridge: string
  topicFilters: readonly string[]
  /** Another one as soon as the secret or the topics are others. */
  version: string
}

/** Undefined where there is no such bridge, where it was revoked, and where the secret is not its own. */
export const authenticateBridge = async (sql: Sql, name: string, secret: string): Promise<BridgeIdentity | undefined> => {
  const [row] = await validBridges(sql, [name])
  if (!row || !isSecretOf(row.hash, secret)) return undefined
  return toIdentity(row)
}

/** A bridge that may connect, without asking for its secret: for whoever has asked for it already. */
export const findBridgeIdentity = async (sql: Sql, name: string): Promise<BridgeIdentity | undefined> => {
  const [row] = await validBridges(sql, [name])
  return row && toIdentity(row)
}

/** The present version of each of these bridges that may connect. */
export const bridgeVersions = async (sql: Sql, names: string[]): Promise<Map<string, string>> => {
  const rows = await validBridges(sql, names)
  return new Map(rows.map((row) => [row.name, versionOf(row)]))
}

type Row = { name: string; hash: string; filters: string[] }

const validBridges = (sql: Sql, names: string[]) =>
  sql.unsafe<Row[]>(
    'select name, secret_hash as hash, topic_filters as filters from broker_bridge where name = any($1::text::text[]) and revoked_at is null',
    [textArray(names)],
    { prepare: true },
  )

const toIdentity = (row: Row): BridgeIdentity => ({ bridge: row.name, topicFilters: row.filters, version: versionOf(row) })

// Filters have no control characters in them.
const versionOf = ({ hash, filters }: Row) => [hash, ...filters].join('\n')
