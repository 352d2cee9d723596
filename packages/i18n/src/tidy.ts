import { writeFileSync } from 'node:fs'
import { type Catalogue, faces } from './faces.ts'
import { languages } from './languages.ts'
import { catalogueFile, readCatalogue } from './read-catalogue.ts'

/** A catalogue without what English does not say any more, in the order in which English says it. */
export const tidied = (catalogue: Catalogue, english: Catalogue): Catalogue =>
  Object.fromEntries(Object.keys(english).flatMap((key) => (catalogue[key] ? [[key, catalogue[key]]] : [])))

// `node packages/i18n/src/tidy.ts`, after texts of English were renamed or taken out.
if (import.meta.main)
  for (const { code } of languages)
    for (const face of faces) {
      const catalogue = readCatalogue(code, face)
      const tidy = tidied(catalogue, readCatalogue('en', face))
      const gone = Object.keys(catalogue).filter((key) => !(key in tidy))
      if (gone.length > 0) console.log(`${code}/${face}.json: taken out ${gone.join(', ')}`)
      writeFileSync(catalogueFile(code, face), `${JSON.stringify(tidy, null, 2)}\n`)
    }
