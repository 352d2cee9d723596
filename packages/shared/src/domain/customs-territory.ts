/**
 * Countries inside one customs territory, between which goods are not declared. The customs union of the EU with its principal additions
 * (Regulation (EU) 952/2013, article 4), Switzerland with Liechtenstein (treaty of 1923), the Eurasian Economic Union (treaty of 2014),
 * the United Kingdom with the Crown Dependencies (arrangements of 2018), the United States with Puerto Rico.
 */
const unions: Record<string, string[]> = {
  EU: [
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL'],
    ...['PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'MC'],
  ],
  CH: ['CH', 'LI'],
  EAEU: ['RU', 'BY', 'KZ', 'AM', 'KG'],
  GB: ['GB', 'IM', 'JE', 'GG'],
  US: ['US', 'PR'],
}

const territories = new Map(Object.entries(unions).flatMap(([territory, countries]) => countries.map((country) => [country, territory])))

/** Every territory that several countries share, with each of its countries. */
export const membersOf = Object.entries(unions).flatMap(([territory, countries]) =>
  countries.map((country) => [territory, country] as const),
)

/** The countries that a rule of a territory is a rule of; a country is its own. */
export const countriesOf = (territory: string) => [...new Set([territory, ...(unions[territory] ?? [])])]

/** The customs territory of a country (ISO 3166-1 alpha-2); a country that shares none is its own. */
export const territoryOf = (country: string) => territories.get(country) ?? country

/** Whether goods that go from one country to the other pass customs. */
export const passesCustoms = (from: string, to: string) => territoryOf(from) !== territoryOf(to)
