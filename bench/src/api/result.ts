export type RouteFigures = {
  requestsPerSecond: number
  barePerSecond: number
  ratioToBare: number
  /** Of a usual answer. */
  bytes: number
  p50MsAt50: number
  p99MsAt50: number
  /** Of the bare route: what the machine and who asks take of it. */
  bareP99MsAt50: number
  /** Of tracking pages and their maps, the share that was kept from another time; the others were read and made. */
  kept?: number
  /** Requests that failed in any of it. */
  failed: number
}
export type ApiResult = { bench: 'api'; shipments: number; readings: number; routes: Record<string, RouteFigures> }
