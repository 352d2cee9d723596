import type { Sql } from 'postgres'
import { brokerSecretHash, isSecretOf, readSecretHash } from '../../broker/secret-hash.ts'
import { textArray } from '../array-literal.ts'

/** A device that has shown its secret, and for which devices it may publish: itself, and what it carries as a gateway. */
export type DeviceIdentity = {
  deviceId: string
  publishesFor: ReadonlySet<string>
  /** Another one as soon as the secret or the list is another one. */
  version: string
}

/** Undefined where there is no such device, where it was revoked, and where the secret is not its own. */
export const authenticateDevice = async (sql: Sql, deviceId: string, secret: string): Promise<DeviceIdentity | undefined> => {
  const [row] = await validIdentities(sql, [deviceId])
  if (!row || !isSecretOf(row.hash, secret)) return undefined
  return toIdentity(readSecretHash(row.hash) ? row : { ...row, hash: await renewHash(sql, row, secret) })
}

// A secret that was kept in the old form can be kept in the new one only while it is shown.
const renewHash = async (sql: Sql, { id, hash }: Row, secret: string) => {
  const renewed = brokerSecretHash(secret)
  await sql`update device set secret_hash = ${renewed} where id = ${id} and secret_hash = ${hash}`
  return renewed
}

/** A device that may connect, without asking for its secret: for whoever has asked for it already. */
export const findDeviceIdentity = async (sql: Sql, deviceId: string): Promise<DeviceIdentity | undefined> => {
  const [row] = await validIdentities(sql, [deviceId])
  return row && toIdentity(row)
}

/** The present version of each of these devices that may connect. */
export const identityVersions = async (sql: Sql, deviceIds: string[]): Promise<Map<string, string>> => {
  const rows = await validIdentities(sql, deviceIds)
  return new Map(rows.map((row) => [row.id, versionOf(row)]))
}

type Row = { id: string; hash: string; carried: string[] }

const validIdentities = (sql: Sql, ids: string[]) =>
  sql.unsafe<Row[]>(
    `select id, secret_hash as hash,
       array(select device_id from gateway_device where gateway_id = device.id order by device_id) as carried
     from device where id = any($1::text::text[]) and revoked_at is null`,
    [textArray(ids)],
    { prepare: true },
  )

const toIdentity = (row: Row): DeviceIdentity => ({
  deviceId: row.id,
  publishesFor: new Set([row.id, ...row.carried]),
  version: versionOf(row),
})

// Names of devices have no space in them.
const versionOf = ({ hash, carried }: Row) => [hash, ...carried].join(' ')
