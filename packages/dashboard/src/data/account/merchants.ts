import type { Merchant, Merchants, NewMerchant } from '@lading/shared/contract/merchant'
import { authorised } from '../server/authorised.ts'
import type { Result } from '../server/request.ts'

export const loadMerchants = () => authorised<Merchants>('/v1/merchants')

/** What becomes of the logo: another one, none, or what there is. */
type LogoWanted = Blob | 'none' | undefined

/** Says how a merchant looks, and then its logo. Where the logo is refused, the rest is said all the same. */
export const saveMerchant = async (code: string, merchant: NewMerchant, logo: LogoWanted): Promise<Result<Merchant>> => {
  const path = `/v1/merchants/${encodeURIComponent(code)}`
  const saved = await authorised<Merchant>(path, { method: 'PUT', body: merchant })
  if (!saved.ok || logo === undefined) return saved
  if (logo === 'none') return authorised<Merchant>(`${path}/logo`, { method: 'DELETE' })
  return authorised<Merchant>(`${path}/logo`, { method: 'PUT', body: logo, type: logo.type })
}

/** Its shipments stay, and look like those of nobody in particular. */
export const forgetMerchant = (code: string) => authorised<undefined>(`/v1/merchants/${encodeURIComponent(code)}`, { method: 'DELETE' })
