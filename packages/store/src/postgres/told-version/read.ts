import type { Sql } from 'postgres'

/** Tables of which some content is kept in memory, each with a trigger that notes when it changes. */
export type ToldTable = 'trade_rule' | 'exchange_rate'

/** By which transaction each of these tables was last changed; none for one that never was. */
export const toldVersions = async (sql: Sql): Promise<Partial<Record<ToldTable, string>>> => {
  const rows = await sql<{ name: ToldTable; version: string }[]>`select name, version from told_version`
  return Object.fromEntries(rows.map(({ name, version }) => [name, version]))
}
