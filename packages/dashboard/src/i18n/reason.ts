import { isKey, t } from './t.ts'

/** Why something was not stored, in words; a reason that has none yet is said by its code. */
export const reasonText = (reason: string) => {
  const key = `reason.${reason}`
  return isKey(key) ? t(key) : reason
}
