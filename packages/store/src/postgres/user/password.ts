import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id (this library's default) with 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id in PHC string format. */
export const hashPassword = (password: string) => hash(password, cost)

// Made once at the start, so that even the first unknown address gets its answer as late as everybody else.
const nobodysHash = hashPassword('nobody has this password')

/** Whether the password belongs to the hash; without a hash it takes as long to say no. */
export const verifyPassword = async (passwordHash: string | undefined, password: string) => {
  const matches = await verify(passwordHash ?? (await nobodysHash), password)
  return matches && passwordHash !== undefined
}
