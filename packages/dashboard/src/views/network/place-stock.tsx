import type { FacilitiesAnswer, FacilityPlan } from '@lading/shared/contract/network'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { loadWarehouses, placeStock } from '../../data/network.ts'
import { countryName } from '../../format/country.ts'
import { formatDistance } from '../../format/distance.ts'
import { formatList } from '../../format/list.ts'
import { formatMoney } from '../../format/money.ts'
import { formatNumber } from '../../format/number.ts'
import { formatPercent } from '../../format/percent.ts'
import { formatDuration } from '../../format/relative.ts'
import { t } from '../../i18n/t.ts'
import { locations } from '../../state/map/locations.ts'
import type { Failure } from '../../state/server/failure.ts'
import { Fact } from '../parts/fact.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StackedTable } from '../parts/stacked-table.tsx'

const hourMs = 3_600_000
/** As many as the solver takes. */
const mostSites = 25
/** The solver gives up after so many seconds, `mostMs` of the api. */
const limitS = 25
const amounts = [
  ['fixed', 2_000],
  ['handling', 4],
  ['distance', 90],
  ['crossing', 35],
] as const

/** Which warehouses would cost least a year, beside those of today. */
export const PlaceStock = () => {
  const today = useSignal<string[]>([])
  const answer = useSignal<FacilitiesAnswer | undefined>(undefined)
  const failure = useSignal<Failure | undefined>(undefined)
  const isAsking = useSignal(false)
  const running = useRef(new AbortController())
  useEffect(() => {
    void loadWarehouses().then((result) => {
      if (result.ok) today.value = result.value.map(({ code }) => code)
    })
    return () => running.current.abort()
  }, [])
  const stop = () => {
    running.current.abort()
    running.current = new AbortController()
    isAsking.value = false
  }
  const isToday = (code: string) => today.value.includes(code)
  const sites = locations.value
    .filter(({ kind }) => kind === 'warehouse')
    .sort((one, other) => Number(isToday(other.code)) - Number(isToday(one.code)) || one.name.localeCompare(other.name))
    .slice(0, mostSites)

  const ask = async (form: FormData) => {
    const cents = (name: string) => Math.round(Number(form.get(name)) * 100)
    const [fixed, handling] = [cents('fixed'), cents('handling')]
    const chosen = form.getAll('site').map(String)
    const most = Number(form.get('most'))
    isAsking.value = true
    const { signal } = running.current
    const result = await placeStock(
      {
        sites: chosen.map((code) => ({ code, fixed, handling, isOpen: isToday(code) })),
        ...{ perThousandKm: cents('distance'), crossing: cents('crossing'), withinHours: Number(form.get('within')), currency: 'EUR' },
        ...(most > 0 && { most }),
      },
      signal,
    )
    if (signal.aborted) return
    isAsking.value = false
    failure.value = result.ok ? undefined : result.failure
    answer.value = result.ok ? result.value : undefined
  }

  return (
    <section class="network-stock" aria-labelledby="facilities-title">
      <h2 id="facilities-title">{t('facilities.title')}</h2>
      <p class="network-about">{t('facilities.about')}</p>
      <form
        class="network-form"
        key={`${sites.length} ${today.value.length}`}
        aria-labelledby="facilities-title"
        onSubmit={(event) => {
          event.preventDefault()
          void ask(new FormData(event.currentTarget))
        }}
      >
        {amounts.map(([name, usual]) => (
          <label key={name}>
            <span>{t(`facilities.${name}`)}</span>
            <input class="field" name={name} type="number" min={0} max={1_000_000_000} step="0.01" required defaultValue={String(usual)} />
          </label>
        ))}
        <label>
          <span>{t('facilities.most')}</span>
          <input class="field" name="most" type="number" min={1} max={mostSites} step={1} />
        </label>
        <label>
          <span>{t('facilities.within')}</span>
          <input class="field" name="within" type="number" min={1} max={8784} step="any" required defaultValue="48" />
        </label>
        <fieldset class="facilities-sites">
          <legend>{t('facilities.sites')}</legend>
          {sites.map(({ code, name }) => (
            <label key={code} class="check">
              <input type="checkbox" name="site" value={code} defaultChecked />
              {name} {isToday(code) && <small>{t('facilities.today')}</small>}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button button-primary" disabled={isAsking.value || sites.length === 0}>
          {t('facilities.find')}
        </button>
      </form>
      <div role="status" class="network-count">
        {isAsking.value
          ? `${t('facilities.finding')} ${t('facilities.limit', { seconds: limitS })}`
          : answer.value && outcome(answer.value)}
      </div>
      {isAsking.value && (
        <div class="facilities-wait">
          <progress aria-label={t('facilities.finding')} />
          <button type="button" class="button button-small" onClick={stop}>
            {t('facilities.stop')}
          </button>
        </div>
      )}
      {failure.value && <FailureNote failure={failure.value} />}
      {answer.value?.best && <Answer answer={answer.value} best={answer.value.best} />}
    </section>
  )
}

const outcome = ({ status, savings }: FacilitiesAnswer) =>
  [
    status !== 'optimal' && t(`facilities.status.${status}`),
    savings && savings.minorUnits > 0 && t('facilities.saves', { amount: formatMoney(savings) }),
  ]
    .filter(Boolean)
    .join(' ')

const Answer = ({ answer: { today, supplies }, best }: { answer: FacilitiesAnswer; best: FacilityPlan }) => (
  <>
    <div class="route-cards">
      <Plan name={t('facilities.best')} plan={best} />
      {today && <Plan name={t('facilities.today')} plan={today} />}
    </div>
    <div class="stock-table facilities-table">
      <StackedTable aria-label={t('facilities.supplies')}>
        <thead>
          <tr>
            {(['region', 'site', 'quantity', 'km', 'hours'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`facilities.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {supplies.map(({ region, country, site, quantity, km, hours }) => (
            <tr key={`${region} ${site}`}>
              <th scope="row">
                {countryName(country)} <small>{region}</small>
              </th>
              <td>{locations.value.find(({ code }) => code === site)?.name ?? site}</td>
              <td>{formatNumber(quantity)}</td>
              <td>{formatDistance(km)}</td>
              <td>{formatDuration(hours * hourMs)}</td>
            </tr>
          ))}
        </tbody>
      </StackedTable>
    </div>
  </>
)

const Plan = ({ name, plan: { sites, total, within, meanHours } }: { name: string; plan: FacilityPlan }) => (
  <article class="route-card">
    <h3 class="route-heading">
      <span class="route-name">{name}</span>
    </h3>
    <dl class="facts">
      <Fact name={t('facilities.sites-of')}>{formatList(sites.map((site) => site.name))}</Fact>
      <Fact name={t('facilities.total')}>{formatMoney(total)}</Fact>
      <Fact name={t('facilities.in-time')}>{formatPercent(within)}</Fact>
      <Fact name={t('facilities.mean')}>{formatDuration(meanHours * hourMs)}</Fact>
    </dl>
  </article>
)
