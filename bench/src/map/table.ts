import { columns } from '../platform/columns.ts'
import { contestantNames } from './contestants.ts'
import type { MapResult, MapSize } from './result.ts'

const head = ['updates/s', 'assets', 'map', 'p50 ms', 'p95 ms', 'longest ms', 'heap MB', 'MB sent']

export const toTable = ({ updatesPerSecond, sizes, busy }: MapResult) =>
  columns([head, ...[{ updatesPerSecond, sizes }, busy].flatMap((run) => run.sizes.flatMap((size) => rowsOf(run.updatesPerSecond, size)))])

const rowsOf = (rate: number, { assets, ...size }: MapSize) =>
  contestantNames.flatMap((name) => {
    const figures = size[name]
    if (!figures) return []
    const start = [String(rate), String(assets), name]
    if ('gaveUp' in figures) return [[...start, `gave up ${figures.gaveUp}`, ...head.slice(4).map(() => '')]]
    const { p50FrameMs, p95FrameMs, maxFrameMs, heapMb, bytes } = figures
    return [[...start, ...[p50FrameMs, p95FrameMs, maxFrameMs, heapMb, (bytes / 1e6).toFixed(1)].map(String)]]
  })
