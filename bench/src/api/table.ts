import { columns } from '../platform/columns.ts'
import type { ApiResult } from './result.ts'

export const toTable = ({ routes }: ApiResult) =>
  columns([
    ['route', 'requests/s', 'bare/s', 'ratio', 'bytes', 'p99 ms at 50/s', 'bare p99', 'kept', 'failed'],
    ...Object.entries(routes).map(
      ([name, { requestsPerSecond, barePerSecond, ratioToBare, bytes, p99MsAt50, bareP99MsAt50, kept = '', failed }]) =>
        [name, requestsPerSecond, barePerSecond, ratioToBare, bytes, p99MsAt50, bareP99MsAt50, kept, failed].map(String),
    ),
  ])
