import type { NewUser, User } from '@lading/shared/contract/user'
import { authorised } from '../server/authorised.ts'

/** The people of a partner who may sign in. */
export const loadPartnerUsers = async (partner: string) => {
  const result = await authorised<User[]>('/v1/users')
  return result.ok ? { ...result, value: result.value.filter((user) => user.partner === partner) } : result
}

export const letIn = (user: Pick<NewUser, 'email' | 'name' | 'password'>, partner: string) =>
  authorised<User>('/v1/users', { method: 'POST', body: { ...user, role: 'partner', partner } })

export const givePassword = (id: string, password: string) => authorised<User>(`/v1/users/${id}`, { method: 'PATCH', body: { password } })

export const letInNoLonger = (id: string) => authorised<void>(`/v1/users/${id}`, { method: 'DELETE' })

/** 120 random bits, in letters and digits that mail and telephone carry. */
export const newPassword = () => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => letters[byte % 32]).join('')
}
