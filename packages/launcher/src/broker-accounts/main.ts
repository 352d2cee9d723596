import { chown, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { processVariables } from '@lading/shared/config/processes'
import { readConfig } from '@lading/shared/config/read-config'
import { brokerAccounts } from '@lading/store/broker/accounts'
import { securityFile } from '@lading/store/broker/mosquitto/security-file'
import { openSql } from '@lading/store/postgres/open-sql'
import { keep } from '../keep-file.ts'

/** Writes what Mosquitto's dynamic security plugin reads when it starts: `node packages/launcher/src/broker-accounts/main.ts FILE`. */
const write = async (file: string) => {
  const config = readConfig(processVariables['broker-accounts'], process.env)
  const { MQTT_PASSWORD: platformPassword, MOSQUITTO_ADMIN_USERNAME: username, MOSQUITTO_ADMIN_PASSWORD: password } = config
  if (!platformPassword || !password) throw new Error('set MQTT_PASSWORD and MOSQUITTO_ADMIN_PASSWORD')
  const sql = openSql(config.POSTGRES_URL, { connections: 1 })
  try {
    await keep(file, securityFile({ accounts: await brokerAccounts(sql), platformPassword, admin: { username, password } }))
    // Mosquitto may be another user, to whom its directory belongs.
    const { uid, gid } = await stat(dirname(resolve(file)))
    if (process.getuid?.() === 0) await chown(file, uid, gid)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const [file] = process.argv.slice(2)
try {
  if (!file) throw new Error('say which file: node packages/launcher/src/broker-accounts/main.ts FILE')
  await write(file)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
