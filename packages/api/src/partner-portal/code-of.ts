import type { SignedIn } from '@lading/store/postgres/session/resume'
import { Refusal } from '../refusal.ts'

/** Of which partner somebody is. The role says that there is one; without it nothing is shown. */
export const codeOf = (signedIn: SignedIn | undefined) => {
  if (!signedIn?.partner) throw new Refusal(403, 'not-allowed', 'This is for partners.')
  return signedIn.partner
}
