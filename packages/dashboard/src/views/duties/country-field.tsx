import { countryNames } from '../../format/country.ts'

/** Any country, by its name in the reader's language. */
export const CountryField = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <label>
    <span>{label}</span>
    <select class="field" name={name}>
      {countryNames().map(([code, country]) => (
        <option key={code} value={code} selected={code === value}>
          {country}
        </option>
      ))}
    </select>
  </label>
)
