import type { Sql } from 'postgres'
import { isSameText, secretHash } from '../secret.ts'

/** A device that has shown its secret, and for which devices it may publish: itself, and what it carries as a gateway. */
export type DeviceIdentity = { deviceId: string; publishesFor: ReadonlySet<string> }

/** Undefined where there is no such device, where it was revoked, and where the secret is not its own. */
export const authenticateDevice = async (sql: Sql, deviceId: string, secret: string): Promise<DeviceIdentity | undefined> => {
  const [row] = await sql<{ hash: string; carried: string[] }[]>`
    select secret_hash as hash, array(select device_id from gateway_device where gateway_id = device.id) as carried
    from device where id = ${deviceId} and revoked_at is null`
  if (!row || !isSameText(row.hash, secretHash(secret))) return undefined
  return { deviceId, publishesFor: new Set([deviceId, ...row.carried]) }
}
