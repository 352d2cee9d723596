import { conditionNames } from '@lading/shared/domain/reading'
import { columnOf } from './columns.ts'

const ms = (column: string, name: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${name}"`

/** $1 device, $2 and $3 the range in milliseconds. */
export const hoursOf = `
  select ${ms('hour', 'hourMs')}, count::float8 as count, ${ms('first_at', 'firstMs')}, ${ms('last_at', 'lastMs')}, ${ms('fix_at', 'fixAtMs')},
    fix_lat as lat, fix_lon as lon, fix_speed_kmh as "speedKmh", fix_heading_deg as "headingDeg",
    ${conditionNames
      .map((name) => ['count', 'min', 'mean', 'max'].map((each) => `${columnOf(name)}_${each}::float8 as "${name}_${each}"`).join(', '))
      .join(',\n    ')}
  from reading_hourly
  where device_id = $1 and hour >= to_timestamp($2::float8 / 1000) and hour < to_timestamp($3::float8 / 1000)
  order by hour`
