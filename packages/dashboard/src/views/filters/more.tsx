import type { ShipmentSummary } from '@lading/shared/contract/shipment'
import { customsStandings } from '@lading/shared/domain/customs-entry'
import { useMemo } from 'preact/hooks'
import { countryName } from '../../format/country.ts'
import { t } from '../../i18n/t.ts'
import { filter, goFilter } from '../../state/address/live-map.ts'
import { locations } from '../../state/map/locations.ts'
import { shipments } from '../../state/shipment/shipments.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Checks } from './choice.tsx'

/** The lane, the warehouse, the carrier and customs: asked for less often than the rest. */
export const More = () => {
  const { from, to, warehouse, carriers, customs } = filter.value
  const count = [from, to, warehouse, carriers.length, customs.length].filter(Boolean).length
  return (
    <Disclosure
      class="choice-wide"
      isOn={count > 0}
      summary={count > 0 ? t('filter.several', { name: t('filter.more'), count }) : t('filter.more')}
    >
      {() => <Panel />}
    </Disclosure>
  )
}

const Panel = () => {
  const { from, to, warehouse, carriers, customs } = filter.value
  // As it is when the panel opens: a list that changes under the hand is hard to choose from.
  const { origins, destinations, known } = useMemo(() => {
    const all = [...shipments.peek().values()]
    return {
      origins: placesOf(all.map(({ origin }) => origin)),
      destinations: placesOf(all.map(({ destination }) => destination)),
      known: [...new Set(all.flatMap(({ carrier }) => carrier ?? []))].sort((a, b) => a.localeCompare(b)),
    }
  }, [])
  const warehouses = locations.value.filter(({ kind }) => kind === 'warehouse').sort(byName)
  const offered = [...new Set([...known, ...carriers])]
  return (
    <div class="more">
      <Where label={t('filter.from')} value={from} places={origins} onChoose={(place) => goFilter({ from: place })} />
      <Where label={t('filter.to')} value={to} places={destinations} onChoose={(place) => goFilter({ to: place })} />
      {warehouses.length > 0 && (
        <label class="more-field">
          <span>{t('filter.warehouse')}</span>
          <select
            class="field field-small"
            value={warehouse}
            onChange={({ currentTarget }) => goFilter({ warehouse: currentTarget.value })}
          >
            <option value="">{t('filter.any')}</option>
            {warehouses.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div>
        <p class="more-title">{t('filter.customs')}</p>
        <Checks
          label={t('filter.customs')}
          options={customsStandings.map((value) => ({ value, text: t(`filter.customs-${value}`) }))}
          chosen={customs}
          onChoose={(wanted) => goFilter({ customs: wanted })}
        />
      </div>
      {offered.length > 0 && (
        <div>
          <p class="more-title">{t('filter.carrier')}</p>
          <div class="more-scroll">
            <Checks
              label={t('filter.carrier')}
              options={offered.map((value) => ({ value, text: value }))}
              chosen={carriers}
              onChoose={(wanted) => goFilter({ carriers: wanted })}
            />
          </div>
        </div>
      )}
    </div>
  )
}

type Place = ShipmentSummary['origin']

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)

/** Countries by name, each with the places in it that something comes from or goes to. */
const placesOf = (all: Place[]) => {
  const places = [...new Map(all.map((place) => [place.code, place])).values()].sort(byName)
  return [...Map.groupBy(places, ({ country }) => country)]
    .map(([country, within]) => ({ country, name: countryName(country), within }))
    .sort(byName)
}

type WhereProps = { label: string; value: string; places: ReturnType<typeof placesOf>; onChoose: (place: string) => void }

const Where = ({ label, value, places, onChoose }: WhereProps) => (
  <label class="more-field">
    <span>{label}</span>
    <select class="field field-small" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      <option value="">{t('filter.any')}</option>
      {value !== '' && !places.some(({ country, within }) => country === value || within.some(({ code }) => code === value)) && (
        <option value={value}>{value.length === 2 ? countryName(value) : value}</option>
      )}
      {places.map(({ country, name, within }) => (
        <optgroup key={country} label={name}>
          <option value={country}>{t('filter.all-of', { country: name })}</option>
          {within.map(({ code, name: placeName }) => (
            <option key={code} value={code}>
              {placeName}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </label>
)
