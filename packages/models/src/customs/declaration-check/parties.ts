import { passesCustoms } from '@lading/shared/domain/customs-territory'
import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule } from './declaration.ts'
import { isCountry } from './is-country.ts'

const source = { name: 'WCO SAFE Framework of Standards: advance cargo information', url: null, date: '2021-06-01' }
const needed = ['consignor', 'consignee'] as const

/** What people write where they do not know a name. */
const placeholders = /^(n\/?a|none|unknown|tbd|tba|test|xxx+|to order|various|same|self|-+|\.+)$/i
const hasName = (name: string) => /\p{L}.*\p{L}/u.test(name) && !placeholders.test(name.trim())

/** Who sends and who receives, by names and countries that can be ones. */
export const parties: DeclarationRule = ({ parties: all, country: imports }) => [
  ...needed
    .filter((role) => !all.some((party) => party.role === role))
    .map((role) => ({
      ...({ code: 'party-missing', severity: 'critical', path: '/parties', facts: { role }, source } as const),
      what: `There is no ${role}.`,
      toDo: 'Say who it is, by the name and the country that stand on the invoice.',
    })),
  ...all.flatMap(({ role, name, country }, index): DeclarationFinding[] => {
    const path = `/parties/${index}`
    if (!needed.some((each) => each === role)) return []
    const toDo = 'Say who it is, by the name and the country that stand on the invoice.'
    if (!hasName(name))
      return [
        {
          code: 'party-unnamed',
          severity: 'critical',
          path: `${path}/name`,
          facts: { role, name },
          source,
          what: `“${name}” names no ${role}.`,
          toDo,
        },
      ]
    if (!country || !isCountry(country))
      return [
        {
          ...({
            code: 'party-no-country',
            severity: 'warning',
            path: `${path}/country`,
            facts: { role, country: country ?? '' },
            source,
          } as const),
          what: country ? `${country}, of the ${role}, is no country.` : `It is not said in which country the ${role} is.`,
          toDo,
        },
      ]
    if (role !== 'consignee' || !passesCustoms(country, imports)) return []
    return [
      {
        ...({ code: 'consignee-elsewhere', severity: 'info', path: `${path}/country`, facts: { country, imports }, source } as const),
        what: `The consignee is in ${country}, the goods are cleared in ${imports}.`,
        toDo: 'See who is the importer there: customs needs somebody in its territory who answers for the goods.',
      },
    ]
  }),
]
