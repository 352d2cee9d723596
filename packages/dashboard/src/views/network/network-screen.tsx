import type { RoutesAnswer } from '@lading/shared/contract/network'
import { routeObjectives } from '@lading/shared/domain/network'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { findRoutes } from '../../data/network.ts'
import { t } from '../../i18n/t.ts'
import { goNetwork, type NetworkAddress, networkAddress, writeNetworkAddress } from '../../state/address/network.ts'
import { wayLooks } from '../../state/map/drawn-way.ts'
import { locations } from '../../state/map/locations.ts'
import type { Failure } from '../../state/server/failure.ts'
import { instantOf } from '../dialog/fields.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FieldError, issuesOf } from '../parts/field-error.tsx'
import { PlaceStock } from './place-stock.tsx'
import { places } from './places.ts'
import { RouteCard } from './route-card.tsx'
import { Services } from './services.tsx'
import { WaysMap } from './ways-map.tsx'

type Asked = Pick<NetworkAddress, 'from' | 'to' | 'weightKg' | 'objective'> & { departAfter?: string; deliverBy?: string }

/** Where a way is planned: the question above, the ways side by side beneath. */
export const NetworkScreen = () => {
  const answer = useSignal<RoutesAnswer | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const isAsking = useSignal(false)
  const running = useRef<AbortController | undefined>(undefined)
  const askedFor = useRef('')

  const ask = async (asked: Asked) => {
    askedFor.current = writeNetworkAddress(asked)
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    isAsking.value = true
    const result = await findRoutes(asked, controller.signal)
    if (controller.signal.aborted) return
    isAsking.value = false
    failure.value = result.ok ? undefined : result.failure
    answer.value = result.ok ? result.value : undefined
  }
  const { from, to } = networkAddress.value
  const address = writeNetworkAddress(networkAddress.value)
  // Opened, or gone back to; a question that was just sent is asked already.
  useEffect(() => {
    if (address && address !== askedFor.current) void ask(networkAddress.value)
  }, [address])
  useEffect(() => () => running.current?.abort(), [])

  return (
    <main class="network" id="network" tabIndex={-1}>
      <h2>{t('network.title')}</h2>
      <p class="network-about">{t('network.about')}</p>
      <Question
        key={`${from} ${to} ${locations.value.length}`}
        failure={failure.value}
        isAsking={isAsking.value}
        onAsk={(asked) => void ask(asked)}
      />
      <div role="status" class="network-count">
        {isAsking.value && t('network.finding')}
        {!isAsking.value && answer.value && t('network.count', { count: answer.value.routes.length })}
      </div>
      {failure.value && <FailureNote what={t('network.failed')} failure={failure.value} />}
      {answer.value && <Answer answer={answer.value} />}
      <Services />
      <PlaceStock />
    </main>
  )
}

const Answer = ({ answer: { routes, isComplete } }: { answer: RoutesAnswer }) => (
  <>
    {routes.length === 0 && <p class="note">{t('network.none')}</p>}
    {!isComplete && <p class="note">{t('network.incomplete')}</p>}
    {routes.length > 0 && <WaysMap routes={routes} nameOf={nameOf} />}
    <ol class="route-cards">
      {routes.map((route, index) => (
        <RouteCard key={index} route={route} name={nameOf(index)} level={3} look={index % wayLooks} />
      ))}
    </ol>
  </>
)

const nameOf = (index: number) => t('network.way', { number: index + 1 })

type QuestionProps = { failure: Failure | undefined; isAsking: boolean; onAsk: (asked: Asked) => void }

const Question = ({ failure, isAsking, onAsk }: QuestionProps) => {
  const { from, to, weightKg, objective } = networkAddress.value
  const error = (field: string) => issuesOf(failure, `/${field}`)
  return (
    <form
      class="network-form"
      aria-label={t('network.title')}
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const text = (name: string) => String(form.get(name) ?? '')
        const wish = routeObjectives.find((each) => each === text('objective')) ?? 'balanced'
        const asked = { from: text('from'), to: text('to'), weightKg: Number(text('weight')), objective: wish }
        const [departAfter, deliverBy] = [instantOf(form.get('departAfter')), instantOf(form.get('deliverBy'))]
        goNetwork(asked)
        onAsk({ ...asked, ...(departAfter && { departAfter }), ...(deliverBy && { deliverBy }) })
      }}
    >
      <PlaceField name="from" label={t('network.from')} chosen={from} messages={error('from')} />
      <PlaceField name="to" label={t('network.to')} chosen={to} messages={error('to')} />
      <label>
        <span>{t('network.weight')}</span>
        <input class="field" name="weight" type="number" min={1} max={10_000_000} step="any" required defaultValue={String(weightKg)} />
        <FieldError id="network-weight-error" messages={error('weightKg')} />
      </label>
      <label>
        <span>{t('network.objective')}</span>
        <select class="field" name="objective" defaultValue={objective}>
          {routeObjectives.map((each) => (
            <option key={each} value={each} selected={each === objective}>
              {t(`network.objective.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('network.depart-after')}</span>
        <input class="field" name="departAfter" type="datetime-local" />
      </label>
      <label>
        <span>{t('network.deliver-by')}</span>
        <input class="field" name="deliverBy" type="datetime-local" />
      </label>
      <button type="submit" class="button button-primary" disabled={isAsking}>
        {t('network.find')}
      </button>
    </form>
  )
}

type PlaceProps = { name: string; label: string; chosen: string; messages: string[] }

const PlaceField = ({ name, label, chosen, messages }: PlaceProps) => (
  <label>
    <span>{label}</span>
    <select
      class="field"
      name={name}
      required
      defaultValue={chosen}
      aria-invalid={messages.length > 0}
      aria-describedby={messages.length > 0 ? `network-${name}-error` : undefined}
    >
      <option value="">{t('network.choose')}</option>
      {places().map((place) => (
        <option key={place.code} value={place.code} selected={place.code === chosen}>
          {place.name} ({place.code})
        </option>
      ))}
    </select>
    <FieldError id={`network-${name}-error`} messages={messages} />
  </label>
)
