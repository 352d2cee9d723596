import { randomBytes } from 'node:crypto'
import { keep, readKept } from '../keep-file.ts'

/** With which personal data is kept: made once, in a file for its owner only. Whoever loses it loses that data. */
export const keptDataKey = async (file: string): Promise<string> => {
  const kept = await readKept<{ key: string }>(file)
  if (kept) return kept.key
  const key = randomBytes(32).toString('base64url')
  await keep(file, { key })
  return key
}
