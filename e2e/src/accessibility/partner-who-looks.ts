import type { Addresses } from '../platform.ts'

/** Whose person looks: a supplier has every page. */
export const partnerWhoLooks = 'pearl-river'

export const loginOfPartner = ({ partners }: Addresses) => {
  const login = partners?.find(({ partner }) => partner === partnerWhoLooks)
  if (!login) throw new Error(`nobody of ${partnerWhoLooks} may sign in`)
  return login
}
