import { textArray } from '@lading/store/postgres/array-literal'
import type { Database } from '@lading/store/postgres/open'

/** Makes devices known, a hundred thousand as easily as one. Nobody signs in as them, so their secrets are nobody's. */
export const registerDevices = async (sql: Database['sql'], ids: string[]) => {
  const secretHash = 'nobody'
  await sql`
    insert into device (id, secret_hash, report_interval_s, registered_at)
    select id, ${secretHash}, 60, now() from unnest(${textArray(ids)}::text::text[]) as ids (id)
    on conflict do nothing`
}
