import type { Acl } from '@lading/store/broker/mosquitto/access'
import type { Command, Control } from './control.ts'

export type ListedClient = {
  username: string
  clientid?: string
  textdescription?: string
  disabled?: boolean
  roles: { rolename: string }[]
  groups: unknown[]
}
export type ListedRole = { rolename: string; acls: Acl[] }
export type Listed = { clients: ListedClient[]; roles: ListedRole[]; defaults: Record<string, boolean> }

const pageSize = 500

/** Everything that Mosquitto says about whom it lets in, in pages, because a list of thousands is one message of megabytes. */
export const listAll = async ({ ask }: Pick<Control, 'ask'>): Promise<Listed> => {
  const pages = async <Item>(command: string, key: 'clients' | 'roles') => {
    const items: Item[] = []
    while (true) {
      const page = (await one({ command, verbose: true, count: pageSize, offset: items.length })) as Record<typeof key, Item[]>
      items.push(...page[key])
      if (page[key].length < pageSize) return items
    }
  }
  const one = async (command: Command) => {
    const [answer] = await ask([command])
    if (!answer?.data) throw new Error(`Mosquitto refused ${command.command}: ${answer?.error}`)
    return answer.data
  }
  const clients = await pages<ListedClient>('listClients', 'clients')
  const roles = await pages<ListedRole>('listRoles', 'roles')
  const { acls } = (await one({ command: 'getDefaultACLAccess' })) as { acls: { acltype: string; allow: boolean }[] }
  return { clients, roles, defaults: Object.fromEntries(acls.map(({ acltype, allow }) => [acltype, allow])) }
}
