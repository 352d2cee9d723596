import type { BrokerAccount } from '@lading/store/broker/accounts'
import { aclsOf, defaultAccess, roleOf, rolePrefix } from '@lading/store/broker/mosquitto/access'
import { createRole, modifyClient, modifyRole, withdraw } from './commands.ts'
import type { Command } from './control.ts'
import type { Listed, ListedClient, ListedRole } from './listed.ts'

export type Wanted = Omit<BrokerAccount, 'secretHash'> & { version: string }

type Differences = {
  commands: Command[]
  /** Wanted, but Mosquitto does not know their present secret, or has them switched off. */
  needSecret: string[]
  /** Not ours: neither the name nor the role was made here. */
  strangers: string[]
}

/**
 * What has to be said to Mosquitto so that it lets in nobody whom we do not want, and everybody else does what he may and no
 * more. `isOurs` tells names that were given here, also those that were revoked.
 */
export const differences = (listed: Listed, wanted: Wanted[], { isOurs, admin }: { isOurs: (name: string) => boolean; admin: string }) => {
  const result: Differences = { commands: [], needSecret: [], strangers: [] }
  const { commands } = result
  const byName = new Map(wanted.map((account) => [account.name, account]))
  const known = new Map(listed.clients.map((client) => [client.username, client]))
  const roles = new Map(listed.roles.map((role) => [role.rolename, role]))
  const ownRoles = new Set([roleOf(admin)])

  for (const account of wanted) {
    const client = known.get(account.name)
    if (!client || client.disabled || client.textdescription !== account.version) {
      // An older secret may be the one that was stolen.
      if (client) commands.push(...withdraw(account.name))
      result.needSecret.push(account.name)
      continue
    }
    ownRoles.add(roleOf(account.name))
    const role = roles.get(roleOf(account.name))
    if (!role) commands.push(createRole(account))
    else if (!hasAccess(role, account)) commands.push(modifyRole(account))
    if (!role || !isAsWanted(client, account)) commands.push(modifyClient(account))
  }
  for (const { username, roles } of listed.clients) {
    if (username === admin || byName.has(username)) continue
    const isMadeHere = isOurs(username) || roles.some(({ rolename }) => rolename === roleOf(username))
    if (isMadeHere) commands.push(...withdraw(username))
    else result.strangers.push(username)
  }
  const done = new Set(commands.flatMap(({ command, rolename }) => (command === 'deleteRole' ? [rolename] : [])))
  for (const { rolename } of listed.roles)
    if (rolename.startsWith(rolePrefix) && !ownRoles.has(rolename) && !done.has(rolename))
      commands.push({ command: 'deleteRole', rolename })
  if (Object.entries(defaultAccess).some(([acltype, allow]) => listed.defaults[acltype] !== allow))
    commands.push({
      command: 'setDefaultACLAccess',
      acls: Object.entries(defaultAccess).map(([acltype, allow]) => ({ acltype, allow })),
    })
  return result
}

const isAsWanted = ({ clientid, roles, groups }: ListedClient, { name, clientId }: Wanted) =>
  clientid === clientId && groups.length === 0 && roles.length === 1 && roles[0]?.rolename === roleOf(name)

const hasAccess = ({ acls }: ListedRole, account: Wanted) => {
  const text = (list: { acltype: string; topic: string; allow: boolean }[]) =>
    list
      .map(({ acltype, topic, allow }) => `${acltype} ${topic} ${allow}`)
      .toSorted()
      .join('\n')
  return text(acls) === text(aclsOf(account))
}
