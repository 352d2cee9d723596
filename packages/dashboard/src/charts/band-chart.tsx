import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { formatDateTime, formatDay, formatDayTime, viewerZone } from '../format/exact.ts'
import { linear, niceTicks, type Range, rangeOf } from './scale.ts'
import { useWidth } from './use-width.ts'

/** A value over time with the band it lies in. `at` is in milliseconds. */
export type BandPoint = { at: number; low: number; middle: number; high: number }
export type ReferenceLine = { value: number; label: string }
/** Something that happens at a time, such as an arrival. */
export type Mark = { at: number; label: string }

type Props = {
  /** What the chart shows, in a sentence, for those who do not see it. */
  summary: string
  points: BandPoint[]
  /** Values beyond these are drawn as broken limits. */
  limits?: { min: number | null; max: number | null }
  references?: ReferenceLine[]
  marks?: Mark[]
  /** The axis covers at least this much, so that noise does not look like a mountain range. */
  leastRange: number
  ticks?: (range: Range) => number[]
  formatTick: (value: number) => string
  /** What is said about one point when it is pointed at. */
  describe: (point: BandPoint) => string
}

const height = 108
const inset = { left: 60, right: 8, top: 8, bottom: 20 }

/** A line in its band, with limits; a point under the pointer, or reached by the arrow keys, is told in figures. */
export const BandChart = ({ summary, points, limits, references = [], marks = [], leastRange, ticks, formatTick, describe }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const chosen = useSignal<number | undefined>(undefined)
  const last = points.at(-1)
  const first = points[0]
  if (!first || !last) return null

  const bounds = [limits?.min, limits?.max].filter((value) => value != null)
  const shown = [...points.flatMap(({ low, high }) => [low, high]), ...bounds, ...references.map(({ value }) => value)]
  const values = rangeOf(shown, leastRange)
  const x = linear({ from: first.at, to: last.at }, { from: inset.left, to: Math.max(inset.left, width - inset.right) })
  const y = linear(values, { from: height - inset.bottom, to: inset.top })
  const index = chosen.value === undefined ? points.length - 1 : Math.min(chosen.value, points.length - 1)
  const point = points[index] as BandPoint

  const onPointerMove = ({ clientX, currentTarget }: PointerEvent) => {
    const offset = clientX - (currentTarget as Element).getBoundingClientRect().left
    chosen.value = nearest(points, x, offset)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -points.length, End: points.length }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    chosen.value = Math.max(0, Math.min(points.length - 1, index + step))
  }

  return (
    <div
      class="chart"
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={summary}
      aria-valuemin={0}
      aria-valuemax={points.length - 1}
      aria-valuenow={index}
      aria-valuetext={describe(point)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => {
        chosen.value = undefined
      }}
      onKeyDown={onKeyDown}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <Axes x={x} y={y} width={width} first={first.at} last={last.at} ticks={(ticks ?? defaultTicks)(values)} formatTick={formatTick} />
          <Band points={points} x={x} y={y} limits={limits} width={width} />
          {bounds.map((value) => (
            <line key={value} class="chart-limit" x1={inset.left} x2={width - inset.right} y1={y(value)} y2={y(value)} />
          ))}
          {references.map(({ value, label }) => (
            <g key={label} class="chart-reference">
              <line x1={inset.left} x2={width - inset.right} y1={y(value)} y2={y(value)} />
              <text x={width - inset.right} y={y(value) < inset.top + 12 ? y(value) + 13 : y(value) - 4} text-anchor="end">
                {label}
              </text>
            </g>
          ))}
          {marks
            .filter(({ at }) => at >= first.at && at <= last.at)
            .map(({ at, label }) => (
              <g key={`${at} ${label}`} class="chart-mark">
                <line x1={x(at)} x2={x(at)} y1={inset.top + 10} y2={height - inset.bottom} />
                <text x={x(at)} y={inset.top + 6} text-anchor="middle">
                  {label}
                </text>
              </g>
            ))}
          <circle class="chart-point" cx={x(point.at)} cy={y(point.middle)} r={3.5} />
          {chosen.value !== undefined && (
            <line class="chart-cursor" x1={x(point.at)} x2={x(point.at)} y1={inset.top} y2={height - inset.bottom} />
          )}
        </svg>
      )}
      <p class="chart-told" aria-hidden="true">
        {chosen.value === undefined ? '' : describe(point)}
      </p>
    </div>
  )
}

const defaultTicks = (range: Range) => niceTicks(range, 4)

const nearest = (points: BandPoint[], x: (at: number) => number, offset: number) =>
  points.reduce((best, { at }, index) => (Math.abs(x(at) - offset) < Math.abs(x(points[best]?.at ?? 0) - offset) ? index : best), 0)

type Scale = (value: number) => number
type AxesProps = { x: Scale; y: Scale; width: number; first: number; last: number; ticks: number[]; formatTick: (value: number) => string }

const Axes = ({ x, y, width, first, last, ticks, formatTick }: AxesProps) => {
  // Times of one or two days need the hour, longer ones the date.
  const format = last - first > 2 * 24 * 3600_000 ? formatDay : formatDayTime
  return (
    <g class="chart-axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={inset.left} x2={width - inset.right} y1={y(tick)} y2={y(tick)} />
          <text x={inset.left - 6} y={y(tick) + 4} text-anchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      <text x={x(first)} y={height - 4}>
        {format(first, viewerZone)}
      </text>
      {last > first && (
        <text x={x(last)} y={height - 4} text-anchor="end">
          {format(last, viewerZone)}
        </text>
      )}
    </g>
  )
}

type BandProps = { points: BandPoint[]; x: Scale; y: Scale; limits: Props['limits']; width: number }

const Band = ({ points, x, y, limits, width }: BandProps) => {
  const id = useId()
  const line = points.map(({ at, middle }) => `${x(at)},${y(middle)}`).join('L')
  const upper = points.map(({ at, high }) => `${x(at)},${y(high)}`)
  const lower = points.map(({ at, low }) => `${x(at)},${y(low)}`).reverse()
  const area = `M${[...upper, ...lower].join('L')}Z`
  const top = limits?.max == null ? 0 : y(limits.max)
  const bottom = limits?.min == null ? height : y(limits.min)
  return (
    <>
      <clipPath id={id}>
        <rect x={0} y={0} width={width} height={Math.max(0, top)} />
        <rect x={0} y={bottom} width={width} height={Math.max(0, height - bottom)} />
      </clipPath>
      <path class="chart-band" d={area} />
      <path class="chart-line" d={`M${line}`} />
      <g class="chart-outside" clip-path={`url(#${id})`}>
        <path class="chart-band" d={area} />
        <path class="chart-line" d={`M${line}`} />
      </g>
    </>
  )
}

/** "Tue 4 Aug, 14:00" in the reader's zone, as the axes have it. */
export const chartTime = (at: number) => formatDateTime(at, viewerZone)
