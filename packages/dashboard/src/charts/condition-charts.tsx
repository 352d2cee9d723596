import type { ConditionLimits } from '@lading/shared/contract/shipment'
import type { ConditionSeries } from '@lading/shared/contract/track'
import { useEffect, useMemo } from 'preact/hooks'
import { formatMeasurement } from '../format/measurement.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { momentMs, pointedMs } from '../state/replay/moment.ts'
import { chartTime } from './band-chart.tsx'
import { ConditionChart, figuresOf, limitsOf } from './condition-chart.tsx'
import { followZoom } from './finer.ts'
import type { Range } from './scale.ts'
import { zoom } from './seen.ts'
import { zoomedBy } from './zoom.ts'

type Props = { shipmentId: string; filled: ConditionSeries[]; limits: ConditionLimits }

/** Charts under one another over the same time, with one cursor; how close they look, and the same in figures. */
export const ConditionCharts = ({ shipmentId, filled, limits }: Props) => {
  const whole = useMemo((): Range => {
    const ends = filled.flatMap(({ points }) => [points[0], points.at(-1)].map((point) => Date.parse(point?.at ?? '')))
    return { from: Math.min(...ends), to: Math.max(...ends) }
  }, [filled])
  useEffect(() => {
    const stop = followZoom(shipmentId)
    return () => {
      stop()
      zoom.value = undefined
      pointedMs.value = undefined
    }
  }, [shipmentId])
  return (
    <>
      <Look whole={whole} />
      <p class="unseen" id="chart-keys">
        {t('chart.keys')}
      </p>
      {filled.map((series) => (
        <ConditionChart key={series.measurement} series={series} limits={limits} whole={whole} />
      ))}
      <Figures filled={filled} limits={limits} />
    </>
  )
}

/** At which instant everything points, and looking closer without dragging. */
const Look = ({ whole }: { whole: Range }) => {
  const by = (factor: number) => {
    const seen = zoom.value ?? whole
    zoom.value = zoomedBy(factor, seen, whole, momentMs.value ?? (seen.from + seen.to) / 2)
  }
  return (
    <div class="charts-look" role="toolbar" aria-label={t('chart.look')}>
      <Moment />
      <Tool icon="plus" label={t('chart.closer')} onUse={() => by(0.5)} />
      <Tool icon="minus" label={t('chart.farther')} disabled={!zoom.value} onUse={() => by(2)} />
      <Tool
        icon="fit-all"
        label={t('chart.all')}
        disabled={!zoom.value}
        onUse={() => {
          zoom.value = undefined
        }}
      />
    </div>
  )
}

const Moment = () => {
  const ms = momentMs.value
  if (ms === undefined) return <span class="charts-moment">{t('chart.about')}</span>
  return (
    <time class="charts-moment" dateTime={new Date(ms).toISOString()}>
      {chartTime(ms)}
    </time>
  )
}

const Tool = ({ icon, label, disabled, onUse }: { icon: IconName; label: string; disabled?: boolean; onUse: () => void }) => (
  <button type="button" class="button button-quiet button-icon" aria-label={label} data-exact={label} disabled={disabled} onClick={onUse}>
    <Icon name={icon} />
  </button>
)

const Figures = ({ filled, limits }: Omit<Props, 'shipmentId'>) => (
  <details class="charts-figures">
    <summary>{t('chart.figures')}</summary>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('chart.measurement')}</th>
          {(['chart.least', 'chart.most', 'chart.last', 'chart.outside'] as const).map((key) => (
            <th key={key} scope="col" class="number">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {filled.map((series) => {
          const { measurement } = series
          const { min, max, last, within, outsideFor } = figuresOf(series, limitsOf(measurement, limits))
          return (
            <tr key={measurement}>
              <th scope="row">
                {t(`condition.${measurement}`)} {within && <small>{within}</small>}
              </th>
              {[min, max, last].map((value, index) => (
                <td key={`${index} ${value}`} class="number">
                  {formatMeasurement(measurement, value)}
                </td>
              ))}
              <td class="number">{outsideFor ?? '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </details>
)
