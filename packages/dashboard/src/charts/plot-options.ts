import uPlot from 'uplot'
import { formatDate, formatDayTime, formatTime, viewerZone } from '../format/exact.ts'
import { tokenColour } from '../map/markers/token.ts'
import type { Limits, Stretch } from './outside.ts'
import { niceTicks, type Range, rangeOf } from './scale.ts'

const dayMs = 24 * 3600_000
// The mark over a time outside the limits, which is told by its place as well as by its colour.
const markPx = 4

/** What a plot asks for while it draws: what it is about may change under it. */
export type Plotted = {
  limits: Limits | undefined
  outside: readonly Stretch[]
  whole: Range
  seen: Range
  leastRange: number
  formatTick: (value: number) => string
  onZoom: (from: number, to: number) => void
  onZoomOut: () => void
}

const readColours = () => ({
  line: tokenColour('--accent'),
  band: tokenColour('--accent', 18),
  outside: tokenColour('--severity-critical'),
  outsideBand: tokenColour('--severity-critical', 35),
  wash: tokenColour('--severity-critical', 10),
  grid: tokenColour('--line'),
  ink: tokenColour('--ink-3'),
  ground: tokenColour('--ground'),
})
type Colours = ReturnType<typeof readColours>

/** How a plot of one measurement looks and is used: a middle in its band, against its limits. `recolour` reads the tokens anew. */
export const plotOptions = (plotted: () => Plotted, size: { width: number; height: number }) => {
  let colours = readColours()
  const font = `11px ${getComputedStyle(document.body).fontFamily}`
  const axis: uPlot.Axis = { font, stroke: () => colours.ink, ticks: { show: false }, grid: { stroke: () => colours.grid, width: 1 } }
  const noPoints = { show: false }
  const options: uPlot.Options = {
    ...size,
    ms: 1,
    // The last time on the axis needs half of its width.
    padding: [6, 18, 0, 0],
    legend: { show: false, live: true },
    scales: {
      x: { time: true, range: () => [plotted().seen.from, plotted().seen.to] },
      y: { range: (_, low, high) => valuesRange(plotted(), low, high) },
    },
    axes: [
      {
        ...axis,
        size: 20,
        gap: 4,
        space: 76,
        values: (_, splits, __, ___, stepMs) => splits.map((at) => timeText(at, stepMs)),
        grid: { show: false },
      },
      {
        ...axis,
        size: 60,
        gap: 6,
        splits: (_, __, from, to) => niceTicks({ from, to }, 4),
        values: (_, splits) => splits.map((value) => plotted().formatTick(value)),
      },
    ],
    series: [
      {},
      { points: noPoints },
      { points: noPoints },
      { points: noPoints, width: 1.75, stroke: (plot) => stops(plot, plotted().limits, colours.line, colours.outside) },
    ],
    bands: [{ series: [1, 2], fill: (plot) => stops(plot, plotted().limits, colours.band, colours.outsideBand) }],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: 4 },
      points: {
        size: 7,
        width: 1.5,
        show: (plot, index) => (index === 3 ? pointElement(plot) : false) as HTMLElement,
        fill: (plot) => (isBeyond(plot, plotted().limits) ? colours.outside : colours.line),
        stroke: () => colours.ground,
      },
      bind: {
        dblclick: () => () => {
          plotted().onZoomOut()
          return null
        },
      },
    },
    hooks: {
      drawClear: [(plot) => drawOutside(plot, plotted(), colours)],
      draw: [(plot) => drawLimits(plot, plotted().limits, colours)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select
          if (width > 0) plotted().onZoom(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'))
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
        },
      ],
    },
  }
  const recolour = () => {
    colours = readColours()
  }
  return { options, recolour }
}

const valuesRange = ({ limits, leastRange }: Plotted, low: number | null, high: number | null): uPlot.Range.MinMax => {
  const shown = [low, high, limits?.min, limits?.max].filter((value) => value != null)
  if (shown.length === 0) return [0, leastRange]
  const { from, to } = rangeOf(shown, leastRange)
  const spare = (to - from) * 0.06
  return [from - spare, to + spare]
}

// A day begins with its date.
const timeText = (at: number, stepMs: number) => {
  if (stepMs >= dayMs || new Date(at).getHours() + new Date(at).getMinutes() === 0) return formatDate(at, viewerZone)
  return (stepMs >= 6 * 3600_000 ? formatDayTime : formatTime)(at, viewerZone)
}

/** A colour that changes where a limit is. */
const stops = (plot: uPlot, limits: Limits | undefined, inside: string, outside: string) => {
  const { min, max } = plot.scales.y ?? {}
  if (!limits || (limits.min === null && limits.max === null) || min == null || max == null) return inside
  const { top, height } = plot.bbox
  const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height)
  const share = (value: number) => Math.max(0, Math.min(1, (max - value) / (max - min)))
  const [upper, lower] = [limits.max === null ? 0 : share(limits.max), limits.min === null ? 1 : share(limits.min)]
  const steps: [number, string][] = [
    [0, upper > 0 ? outside : inside],
    [upper, upper > 0 ? outside : inside],
    [upper, inside],
    [lower, inside],
    [lower, lower < 1 ? outside : inside],
    [1, lower < 1 ? outside : inside],
  ]
  for (const [at, colour] of steps) gradient.addColorStop(at, colour)
  return gradient
}

const isBeyond = ({ data, cursor: { idx } }: uPlot, limits: Limits | undefined) => {
  const [high, low] = idx == null ? [] : [data[1]?.[idx], data[2]?.[idx]]
  return (
    limits !== undefined &&
    ((limits.max !== null && (high ?? limits.max) > limits.max) || (limits.min !== null && (low ?? limits.min) < limits.min))
  )
}

const pointElement = ({ over }: uPlot) => {
  const point = document.createElement('div')
  point.className = 'u-cursor-pt'
  over.append(point)
  return point
}

/** A wash over the times outside the limits and a mark at their top, which is seen however short they are. */
const drawOutside = (plot: uPlot, { outside }: Plotted, colours: Colours) => {
  const { ctx, bbox } = plot
  const leastPx = 2 * uPlot.pxRatio
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  for (const { from, until } of outside) {
    const left = plot.valToPos(from, 'x', true)
    const width = Math.max(leastPx, plot.valToPos(until, 'x', true) - left)
    ctx.fillStyle = colours.wash
    ctx.fillRect(left, bbox.top, width, bbox.height)
    ctx.fillStyle = colours.outside
    ctx.fillRect(left, bbox.top, width, markPx * uPlot.pxRatio)
  }
  ctx.restore()
}

const drawLimits = (plot: uPlot, limits: Limits | undefined, colours: Colours) => {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.strokeStyle = colours.outside
  ctx.lineWidth = uPlot.pxRatio
  ctx.setLineDash([4 * uPlot.pxRatio, 3 * uPlot.pxRatio])
  for (const value of [limits?.min, limits?.max]) {
    if (value == null) continue
    const y = Math.round(plot.valToPos(value, 'y', true)) + 0.5
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
  ctx.restore()
}
