import type { AlternativesAnswer } from '@lading/shared/contract/network'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { loadAlternatives } from '../../data/network.ts'
import { formatDateTime } from '../../format/exact.ts'
import { formatMass } from '../../format/mass.ts'
import { t } from '../../i18n/t.ts'
import { type DrawnWay, drawnWay, wayLooks } from '../../state/map/drawn-way.ts'
import { drawnWays } from '../../state/map/drawn-ways.ts'
import { locations } from '../../state/map/locations.ts'
import type { Failure } from '../../state/server/failure.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { RouteCard } from './route-card.tsx'

const usualKg = 100

/** How a shipment could go otherwise, beside how it is planned to; looked for when somebody asks. */
export const OtherWays = ({ shipmentId }: { shipmentId: string }) => {
  const answer = useSignal<AlternativesAnswer | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const isAsking = useSignal(false)
  const running = useRef(new AbortController())
  useEffect(
    () => () => {
      running.current.abort()
      drawnWays.value = []
    },
    [],
  )
  const ask = async (weightKg: number) => {
    isAsking.value = true
    drawnWays.value = []
    const { signal } = running.current
    const result = await loadAlternatives(shipmentId, weightKg, signal)
    if (signal.aborted) return
    isAsking.value = false
    failure.value = result.ok ? undefined : result.failure
    if (result.ok) answer.value = result.value
  }
  return (
    <div class="other-ways">
      <form
        class="other-ways-form"
        onSubmit={(event) => {
          event.preventDefault()
          void ask(Number(new FormData(event.currentTarget).get('weight')))
        }}
      >
        <label>
          <span>{t('network.weight')}</span>
          <input class="field" name="weight" type="number" min={1} max={10_000_000} step="any" required defaultValue={String(usualKg)} />
        </label>
        <button type="submit" class="button" disabled={isAsking.value}>
          {t('network.show-others')}
        </button>
      </form>
      <p role="status" class="network-about">
        {isAsking.value ? t('network.finding') : answer.value && about(answer.value)}
      </p>
      {failure.value && <FailureNote what={t('network.failed')} failure={failure.value} />}
      {answer.value?.from && (
        <ol class="route-cards route-cards-narrow">
          {answer.value.present && <RouteCard route={answer.value.present} name={t('network.present')} present />}
          {answer.value.alternatives.map((route, index) => (
            <RouteCard key={index} route={route} name={nameOf(index)} look={index % wayLooks}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={drawnWays.value.some(({ name }) => name === nameOf(index))}
                  onChange={({ currentTarget }) => draw(drawnWay(route, nameOf(index), index), currentTarget.checked)}
                />
                {t('network.on-map')}
              </label>
            </RouteCard>
          ))}
        </ol>
      )}
    </div>
  )
}

const nameOf = (index: number) => t('network.way', { number: index + 1 })

/** Shows a way on the map, or takes it away from there. */
const draw = (way: DrawnWay, isShown: boolean) => {
  const others = drawnWays.value.filter(({ name }) => name !== way.name)
  drawnWays.value = isShown ? [...others, way] : others
}

const about = ({ from, readyAt, weightKg, alternatives }: AlternativesAnswer) => {
  if (!from || !readyAt) return t('network.others-over')
  const zone = locations.value.find(({ code }) => code === from.code)?.zone ?? 'UTC'
  const facts = { place: from.name, time: formatDateTime(Date.parse(readyAt), zone), weight: formatMass(weightKg) }
  return `${t('network.others-from', facts)} ${alternatives.length === 0 ? t('network.others-none') : ''}`
}
