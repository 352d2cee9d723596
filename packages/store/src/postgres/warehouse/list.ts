import type { Warehouse } from '@lading/shared/contract/product'
import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { location } from '../schema/location.ts'
import { warehouse } from '../schema/product.ts'

/** Every warehouse, in the order of its code. */
export const listWarehouses = (db: Db): Promise<Warehouse[]> =>
  db.select(getTableColumns(location)).from(warehouse).innerJoin(location, eq(location.code, warehouse.code)).orderBy(asc(warehouse.code))
