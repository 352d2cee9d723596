import { aclsOf, defaultAccess, roleOf } from '@lading/store/broker/mosquitto/access'
import { describe, expect, it } from 'vitest'
import { differences, type Wanted } from '../../src/broker/mosquitto/differences.ts'
import type { Listed } from '../../src/broker/mosquitto/listed.ts'

const van: Wanted = { name: 'van-1', clientId: 'van-1', version: 'v1', publishes: ['lading/v1/van-1/#'], hears: ['lading/v1/van-1/#'] }
const clientOf = ({ name, clientId, version }: Wanted) => ({
  username: name,
  ...(clientId && { clientid: clientId }),
  textdescription: version,
  roles: [{ rolename: roleOf(name) }],
  groups: [],
})
const asWanted = (...accounts: Wanted[]): Listed => ({
  clients: [{ username: 'boss', roles: [{ rolename: 'admin' }], groups: [] }, ...accounts.map(clientOf)],
  roles: [{ rolename: 'admin', acls: [] }, ...accounts.map((account) => ({ rolename: roleOf(account.name), acls: aclsOf(account) }))],
  defaults: defaultAccess,
})
const context = { isOurs: (name: string) => ['van-1', 'lost'].includes(name), admin: 'boss' }
const between = (listed: Listed, wanted: Wanted[]) => {
  const { commands, ...rest } = differences(listed, wanted, context)
  return { ...rest, commands: commands.map(({ command, username, rolename }) => [command, username ?? rolename].filter(Boolean).join(' ')) }
}

describe('What Mosquitto is told when it comes back', () => {
  it('is nothing where it agrees.', () => {
    expect(between(asWanted(van), [van])).toEqual({ commands: [], needSecret: [], strangers: [] })
  })

  it('removes whom nobody wants any more, and what is left of its role.', () => {
    const lost = { ...van, name: 'lost', clientId: 'lost' }
    expect(between(asWanted(van, lost), [van]).commands).toEqual(['deleteClient lost', `deleteRole ${roleOf('lost')}`])
    const forgotten = { ...van, name: 'made-here-once' }
    expect(between(asWanted(forgotten), []).commands).toContain('deleteClient made-here-once')
    const onlyRole = { ...asWanted(), roles: [{ rolename: roleOf('lost'), acls: [] }] }
    expect(between(onlyRole, []).commands).toEqual([`deleteRole ${roleOf('lost')}`])
  })

  it('removes a revoked device that somebody added again by hand, under a role of his own.', () => {
    const listed = asWanted(van)
    listed.clients.push({ username: 'lost', roles: [{ rolename: 'everything' }], groups: [] })
    expect(between(listed, [van]).commands).toContain('deleteClient lost')
  })

  it('leaves accounts alone that were made elsewhere, and says who they are.', () => {
    const listed = asWanted(van)
    listed.clients.push({ username: 'grafana', roles: [{ rolename: 'everything' }], groups: [] })
    expect(between(listed, [van])).toEqual({ commands: [], needSecret: [], strangers: ['grafana'] })
  })

  it('removes an account with an older secret, and says that it needs a new one, as one that is missing or switched off.', () => {
    expect(between(asWanted({ ...van, version: 'v0' }), [van])).toMatchObject({
      commands: ['deleteClient van-1', `deleteRole ${roleOf('van-1')}`],
      needSecret: ['van-1'],
    })
    expect(between(asWanted(), [van])).toMatchObject({ commands: [], needSecret: ['van-1'] })
    const listed = asWanted(van)
    Object.assign(listed.clients[1] ?? {}, { disabled: true })
    expect(between(listed, [van]).needSecret).toEqual(['van-1'])
  })

  it('puts right what an account may do, and what everybody may.', () => {
    const gateway = { ...van, publishes: [...van.publishes, 'lading/v1/pallet-1/#'] }
    expect(between(asWanted(gateway), [van]).commands).toEqual([`modifyRole ${roleOf('van-1')}`])
    const more = asWanted(van)
    more.clients[1]?.roles.push({ rolename: 'everything' })
    expect(between(more, [van]).commands).toEqual(['modifyClient van-1'])
    expect(between({ ...asWanted(van), roles: [] }, [van]).commands).toEqual([`createRole ${roleOf('van-1')}`, 'modifyClient van-1'])
    expect(between({ ...asWanted(van), defaults: { ...defaultAccess, subscribe: true } }, [van]).commands).toEqual(['setDefaultACLAccess'])
  })
})
