import { isObject } from '../common-names.ts'

/** The parts of a JSON Pointer (RFC 6901). */
const partsOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What is at the pointer; nothing where there is nothing, or where an object merely inherits it. */
export const createPointer = (pointer: string) => {
  const parts = partsOf(pointer)
  return {
    get: (message: unknown): unknown => parts.reduce<unknown>(step, message),
    /** A copy of the message with something else at the pointer. */
    replace: (message: unknown, value: unknown): unknown => replaceAt(message, parts, value),
  }
}

const step = (value: unknown, part: string): unknown =>
  (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined

const replaceAt = (message: unknown, [part, ...rest]: string[], value: unknown): unknown => {
  if (part === undefined) return value
  const inner = replaceAt(step(message, part), rest, value)
  return Array.isArray(message) ? message.with(Number(part), inner) : { ...(message as object), [part]: inner }
}
