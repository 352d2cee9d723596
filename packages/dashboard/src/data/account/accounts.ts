import type { Bridge, BridgeSecret } from '@lading/shared/contract/bridge'
import type { Device, GatewayDevices, Gateways, RegisteredDevice } from '@lading/shared/contract/device'
import { type Account, type AccountKind, accounts } from '../../state/accounts.ts'
import type { Failure } from '../../state/server/failure.ts'
import { authorised } from '../server/authorised.ts'
import type { Result } from '../server/request.ts'

/** `failure` is why a device that is registered now was not given its list. */
type Given = { secret?: string; failure?: Failure }

const list = async (kind: AccountKind): Promise<Result<Account[]>> => {
  if (kind === 'gateways') {
    const result = await authorised<Gateways>('/v1/gateways')
    return result.ok
      ? { ok: true, value: result.value.map(({ id, deviceIds, ...rest }) => ({ ...rest, name: id, lines: deviceIds })) }
      : result
  }
  const result = await authorised<Bridge[]>('/v1/bridges')
  return result.ok
    ? { ok: true, value: result.value.map(({ topicFilters, ...rest }) => ({ ...rest, label: null, lines: topicFilters })) }
    : result
}

/** What is shown stays until it is heard anew. */
export const loadAccounts = async (kind: AccountKind) => {
  const result = await list(kind)
  accounts.value = {
    ...accounts.value,
    [kind]: result.ok ? { status: 'ready', items: result.value } : { status: 'failed', failure: result.failure },
  }
}

const pathOf = (kind: AccountKind, name: string) => `/v1/${kind === 'gateways' ? 'devices' : 'bridges'}/${encodeURIComponent(name)}`

const carry = (name: string, deviceIds: string[]) =>
  authorised<GatewayDevices>(`/v1/gateways/${encodeURIComponent(name)}/devices`, { method: 'PUT', body: { deviceIds } })

/** Answers its secret, or none where a device that is registered already becomes a gateway: it keeps the one it has. */
export const addAccount = async (kind: AccountKind, name: string, lines: string[]): Promise<Result<Given>> => {
  if (kind === 'bridges') {
    const body = { name, topicFilters: lines }
    return after(kind, await authorised<BridgeSecret>('/v1/bridges', { method: 'POST', body }))
  }
  const registered = await authorised<RegisteredDevice>('/v1/devices', { method: 'POST', body: { id: name } })
  if (!registered.ok && !(registered.failure.kind === 'answer' && registered.failure.code === 'device-registered')) return registered
  const carried = await carry(name, lines)
  if (!registered.ok) return after(kind, carried.ok ? { ok: true, value: {} } : carried)
  // Its secret must not be lost, whether its list was taken or not.
  const { secret } = registered.value
  return after(kind, { ok: true, value: carried.ok ? { secret } : { secret, failure: carried.failure } })
}

export const changeAccount = async (kind: AccountKind, name: string, lines: string[]): Promise<Result<Given>> => {
  const result =
    kind === 'gateways'
      ? await carry(name, lines)
      : await authorised<Bridge>(pathOf(kind, name), { method: 'PATCH', body: { topicFilters: lines } })
  return after(kind, result.ok ? { ok: true, value: {} } : result)
}

/** A new secret, shown once; the old one ends, and who was revoked may connect again. */
export const renewAccount = async (kind: AccountKind, name: string): Promise<Result<Given>> =>
  after(kind, await authorised<BridgeSecret | RegisteredDevice>(`${pathOf(kind, name)}/secret`, { method: 'POST' }))

export const revokeAccount = async (kind: AccountKind, name: string): Promise<Result<Given>> =>
  after(kind, await withoutValue(authorised<Bridge | Device>(`${pathOf(kind, name)}/revoke`, { method: 'POST' })))

/** A bridge is closed for good; a gateway goes on as a device that carries nobody. */
export const removeAccount = async (kind: AccountKind, name: string): Promise<Result<Given>> =>
  kind === 'gateways'
    ? changeAccount(kind, name, [])
    : after(kind, await withoutValue(authorised<undefined>(pathOf(kind, name), { method: 'DELETE' })))

const withoutValue = async (asked: Promise<Result<unknown>>): Promise<Result<Given>> => {
  const result = await asked
  return result.ok ? { ok: true, value: {} } : result
}

const after = async (kind: AccountKind, result: Result<Given>) => {
  if (result.ok) await loadAccounts(kind)
  return result
}
