import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { compileCatalogue } from './compile-catalogue.ts'
import { countryNames } from './country-names.ts'
import type { Face } from './faces.ts'
import type { LanguageCode } from './languages.ts'
import { catalogueFile, readCatalogue } from './read-catalogue.ts'

const catalogue = /[\\/]i18n[\\/]messages[\\/](\w+)[\\/](dashboard|tracking)\.json$/

/**
 * What a catalogue is imported as, of which no other file knows: `messages/de/dashboard.json` becomes messages that are ready to be
 * formatted, and the names of countries in German.
 */
export const compiledCatalogues = (): Plugin => ({
  name: 'lading-catalogues',
  enforce: 'pre',
  load: {
    filter: { id: catalogue },
    handler(id) {
      const [, code, face] = catalogue.exec(id) as unknown as [string, LanguageCode, Face]
      this.addWatchFile(fileURLToPath(catalogueFile('en', face)))
      return JSON.stringify({
        messages: compileCatalogue(readCatalogue(code, face), readCatalogue('en', face)),
        countries: countryNames(code),
      })
    },
  },
})
