import { randomBytes } from 'node:crypto'
import { keep, readKept } from '../keep-file.ts'

export type PartnerLogin = { partner: string; name: string; email: string; password: string }

/** Of whom somebody may sign in to the demonstration: a supplier whose goods are forecast, and a carrier that gets worse. */
const examples = [
  { partner: 'pearl-river', name: 'Pearl River Trading (example)' },
  { partner: 'roadstar', name: 'Roadstar Logistics (example)' },
]

/** With what people of example partners sign in: made once, in a file for its owner only. The simulators let them in. */
export const partnerLogins = async (file: string): Promise<PartnerLogin[]> => {
  const kept = await readKept<PartnerLogin[]>(file)
  if (kept) return kept
  const logins = examples.map(({ partner, name }) => ({
    ...{ partner, name, email: `${partner}@partner.example` },
    password: randomBytes(12).toString('base64url'),
  }))
  await keep(file, logins)
  return logins
}
