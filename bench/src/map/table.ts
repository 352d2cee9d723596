import { columns } from '../platform/columns.ts'
import type { MapResult } from './bench.ts'
import { contestantNames } from './contestants.ts'

const head = ['assets', 'map', 'p50 ms', 'p95 ms', 'longest ms', 'heap MB', 'MB sent']

export const toTable = ({ sizes }: MapResult) =>
  columns([
    head,
    ...sizes.flatMap(({ assets, ...size }) =>
      contestantNames.flatMap((name) => {
        const figures = size[name]
        if (!figures) return []
        if ('gaveUp' in figures) return [[String(assets), name, `gave up ${figures.gaveUp}`, ...head.slice(3).map(() => '')]]
        const { p50FrameMs, p95FrameMs, maxFrameMs, heapMb, bytes } = figures
        return [[assets, name, p50FrameMs, p95FrameMs, maxFrameMs, heapMb, (bytes / 1e6).toFixed(1)].map(String)]
      }),
    ),
  ])
