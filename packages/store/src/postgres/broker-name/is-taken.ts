import type { Sql } from 'postgres'

/** Whether a device or a bridge has this name. */
export const isNameTaken = async (sql: Sql, name: string): Promise<boolean> => {
  const [row] = await sql.unsafe<{ taken: boolean }[]>(
    `select exists (select 1 from device where id = $1::text) or exists (select 1 from broker_bridge where name = $1::text) as taken`,
    [name],
    { prepare: true },
  )
  return row?.taken ?? false
}
