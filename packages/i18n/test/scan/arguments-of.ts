import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

export type Kind = 'text' | 'number' | 'choice' | 'date'
/** A plural of a message: the argument that decides, and the forms there are. */
export type Plural = { argument: string; ordinal: boolean; forms: string[] }

/** What a message of ICU MessageFormat takes. A number may be written, or choose between plural forms, or both. */
export const read = (message: string) => {
  const kinds = new Map<string, Set<Kind>>()
  const plurals: Plural[] = []
  const note = (name: string, kind: Kind) => kinds.set(name, (kinds.get(name) ?? new Set()).add(kind))
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      switch (element.type) {
        case TYPE.argument:
          note(element.value, 'text')
          break
        case TYPE.number:
          note(element.value, 'number')
          break
        case TYPE.date:
        case TYPE.time:
          note(element.value, 'date')
          break
        case TYPE.plural:
          note(element.value, 'number')
          plurals.push({ argument: element.value, ordinal: element.pluralType === 'ordinal', forms: Object.keys(element.options) })
          for (const { value } of Object.values(element.options)) walk(value)
          break
        case TYPE.select:
          note(element.value, 'choice')
          for (const { value } of Object.values(element.options)) walk(value)
          break
      }
    }
  }
  walk(parse(message))
  return { kinds, plurals, names: [...kinds.keys()].sort() }
}
