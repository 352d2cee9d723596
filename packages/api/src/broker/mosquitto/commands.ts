import type { BrokerAccount } from '@lading/store/broker/accounts'
import { aclsOf, roleOf } from '@lading/store/broker/mosquitto/access'
import type { Command } from './control.ts'

type Access = Omit<BrokerAccount, 'secretHash'>

/** From now on neither the account nor its role exist; who is connected with it is disconnected. */
export const withdraw = (name: string): Command[] => [
  { command: 'deleteClient', username: name },
  { command: 'deleteRole', rolename: roleOf(name) },
]

/** The account as it shall be, whatever it was. */
export const admit = ({ clientId, ...access }: Access, { secret, version }: { secret: string; version: string }): Command[] => [
  ...withdraw(access.name),
  createRole(access),
  {
    command: 'createClient',
    username: access.name,
    password: secret,
    ...(clientId && { clientid: clientId }),
    textdescription: version,
    roles: [{ rolename: roleOf(access.name) }],
  },
]

export const createRole = (access: Access): Command => ({ command: 'createRole', rolename: roleOf(access.name), acls: aclsOf(access) })

/** Holds from the next message on; nobody is disconnected. */
export const modifyRole = (access: Access): Command => ({ command: 'modifyRole', rolename: roleOf(access.name), acls: aclsOf(access) })

/** Only its own role, and its own client id; disconnects. */
export const modifyClient = ({ name, clientId = '' }: Access): Command => ({
  command: 'modifyClient',
  username: name,
  clientid: clientId,
  roles: [{ rolename: roleOf(name) }],
  groups: [],
})

// What is gone already is as it should be.
const asWished = new Set(['Client not found', 'Role not found'])

/** Throws where Mosquitto refused one of them. */
export const checkAnswers = (answers: { command: string; error?: string }[]) => {
  const refused = answers.filter(({ error }) => error && !asWished.has(error))
  if (refused.length > 0) throw new Error(`Mosquitto refused ${refused.map(({ command, error }) => `${command}: ${error}`).join('; ')}`)
}
