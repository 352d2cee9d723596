import { existsSync, readFileSync } from 'node:fs'
import type { Catalogue, Face } from './faces.ts'
import type { LanguageCode } from './languages.ts'

export const catalogueFile = (code: LanguageCode, face: Face) => new URL(`../messages/${code}/${face}.json`, import.meta.url)

/** A language's catalogue of a face as translators left it; empty where there is none yet. */
export const readCatalogue = (code: LanguageCode, face: Face): Catalogue => {
  const file = catalogueFile(code, face)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
