import { sql } from 'drizzle-orm'
import type { Sql } from 'postgres'
import type { Transaction } from '../open.ts'

const channel = 'lading_identity'

/** Tells the broker, once the transaction is committed, that this device or bridge has another secret, or other rights, or none. */
export const tellIdentityChange = async (tx: Transaction, name: string) => {
  await tx.execute(sql`select pg_notify(${channel}, ${name})`)
}

type Listener = {
  onChange: (name: string) => void
  /** Listening, for the first time or again: what was said in between was missed. */
  onListening: () => void
}

/** Hears of every such change, for as long as the connections are open. */
export const followIdentityChanges = async (sql: Sql, { onChange, onListening }: Listener) => {
  await sql.listen(channel, onChange, onListening)
}
