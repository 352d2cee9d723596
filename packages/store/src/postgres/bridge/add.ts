import { brokerSecretHash } from '../../broker/secret-hash.ts'
import { claimName } from '../broker-name/claim.ts'
import type { Db } from '../open.ts'
import { bridge } from '../schema/bridge.ts'
import { newSecret } from '../secret.ts'
import { checkedFilters } from './checked-filters.ts'

/** Opens an account for a bridge. Answers its secret of 256 random bits, which nobody can read again. */
export const addBridge = (db: Db, { name, topicFilters }: { name: string; topicFilters: string[] }) =>
  db.transaction(async (tx) => {
    const filters = checkedFilters(topicFilters)
    await claimName(tx, name, '/name')
    const secret = newSecret(32)
    await tx.insert(bridge).values({ name, topicFilters: filters, secretHash: brokerSecretHash(secret) })
    return secret
  })
