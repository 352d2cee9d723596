import { en } from './en.ts'
import { type MessageKey, t } from './t.ts'

/** Why something was not stored, in words; a reason that has none yet is said by its code. */
export const reasonText = (reason: string) => {
  const key = `reason.${reason}`
  return key in en ? t(key as MessageKey) : reason
}
