import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { momentMs } from '../state/replay/moment.ts'
import { colourScheme } from '../state/theme.ts'
import { type Plotted, plotOptions } from './plot-options.ts'
import { zoom } from './seen.ts'
import { useWidth } from './use-width.ts'

type Props = Omit<Plotted, 'seen'> & {
  columns: uPlot.AlignedData
  /** An instant that the pointer is over; nothing when it has left. */
  onPoint: (ms: number | undefined) => void
}

const height = 116

/**
 * A canvas of some thousand points. Its cursor stands at the instant that everything points at, so that all charts, the map and a replay
 * are in step; what it shows of the journey is what all of them show.
 */
export const Plot = ({ columns, ...plotted }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(plotted)
  latest.current = plotted
  const plot = useRef<uPlot | undefined>(undefined)
  const width = useWidth(box)
  const isShown = width > 0

  useEffect(() => {
    if (!box.current || !isShown) return
    const { options, recolour } = plotOptions(() => ({ ...latest.current, seen: zoom.peek() ?? latest.current.whole }), { width, height })
    const made = new uPlot(options, columns, box.current)
    plot.current = made
    const stops = [followPointer(made, (ms) => latest.current.onPoint(ms)), effect(() => show(made)), effect(() => point(made))]
    const stopColours = effect(() => {
      colourScheme.value
      recolour()
      made.redraw(false, true)
    })
    return () => {
      for (const stop of [...stops, stopColours]) stop()
      made.destroy()
      plot.current = undefined
    }
  }, [isShown])

  useEffect(() => {
    if (width > 0) plot.current?.setSize({ width, height })
  }, [width])

  useEffect(() => {
    if (!plot.current) return
    plot.current.setData(columns)
    point(plot.current)
  }, [columns, plotted.whole.from, plotted.whole.to])

  return <div class="plot" ref={box} style={{ height: `${height}px` }} aria-hidden="true" />
}

// The scale asks for its range itself; any values have it do so.
const show = (plot: uPlot) => {
  const { from = 0, to = 1 } = zoom.value ?? {}
  plot.setScale('x', { min: from, max: to })
  queueMicrotask(() => point(plot))
}

const point = (plot: uPlot) => {
  const ms = momentMs.value
  const left = ms === undefined ? -1 : plot.valToPos(ms, 'x')
  const isIn = left >= 0 && left <= plot.over.clientWidth
  plot.setCursor(isIn ? { left, top: 0 } : { left: -10, top: -10 }, false)
}

// A finger that moves sideways points as a mouse does; what it pointed at stays when it is lifted.
const followPointer = ({ over, posToVal }: uPlot, onPoint: Props['onPoint']) => {
  const move = ({ clientX }: PointerEvent) => onPoint(posToVal(clientX - over.getBoundingClientRect().left, 'x'))
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse') onPoint(undefined)
  }
  over.addEventListener('pointermove', move)
  over.addEventListener('pointerleave', leave)
  return () => {
    over.removeEventListener('pointermove', move)
    over.removeEventListener('pointerleave', leave)
  }
}
