import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
import type { Catalogue } from './faces.ts'

/**
 * A catalogue as it is formatted from: parsed once, so that no parser goes to browsers and none is waited for. What is not
 * translated yet is said in English. Throws on a message that is not ICU MessageFormat, naming its key.
 */
export const compileCatalogue = (catalogue: Catalogue, english: Catalogue): Record<string, CompiledMessage> =>
  Object.fromEntries(Object.entries(english).map(([key, message]) => [key, compiled(key, catalogue[key] || message)]))

const compiled = (key: string, message: string) => {
  try {
    return compile(message)
  } catch (error) {
    throw new Error(`the message ${key} cannot be read: ${message}`, { cause: error })
  }
}
