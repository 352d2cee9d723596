import type { MeasurementName } from '@lading/shared/domain/reading'
import { getTableColumns } from 'drizzle-orm'
import { reading } from '../../postgres/schema/reading.ts'

const columns = getTableColumns(reading)

/** The column of a measurement, as the schema names it. */
export const columnOf = (measurement: MeasurementName) => columns[measurement].name
