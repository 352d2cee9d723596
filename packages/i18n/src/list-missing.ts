import { type Catalogue, faces } from './faces.ts'
import { languages } from './languages.ts'
import { readCatalogue } from './read-catalogue.ts'

/** What English says that a language does not yet. */
export const missingFrom = (catalogue: Catalogue, english: Catalogue): Catalogue =>
  Object.fromEntries(Object.entries(english).filter(([key]) => !catalogue[key]))

// `node packages/i18n/src/list-missing.ts` counts; with a language it prints what is missing, ready to be translated and put in.
if (import.meta.main) {
  const [only] = process.argv.slice(2)
  for (const { code } of languages.filter((language) => language.code !== 'en' && (!only || language.code === only)))
    for (const face of faces) {
      const english = readCatalogue('en', face)
      const missing = missingFrom(readCatalogue(code, face), english)
      console.log(`${code}/${face}.json: ${Object.keys(missing).length} of ${Object.keys(english).length} missing`)
      if (only) console.log(JSON.stringify(missing, null, 2))
    }
}
