import { createPointer } from './pointer.ts'

/** What stands between braces in a device's name: a named level of the topic, or a pointer into the message. */
export const placeholdersOf = (template: string) => [...template.matchAll(/\{([^}]*)\}/g)].map(([, inner = '']) => inner)

/** Makes the names of devices, such as `acme:{tracker}` or `acme:{/imei}`. What is missing leaves a gap, which is no name. */
export const createDeviceName = (template: string) => {
  const pointers = new Map(
    placeholdersOf(template)
      .filter((inner) => inner.startsWith('/'))
      .map((inner) => [inner, createPointer(inner)]),
  )
  return (levels: Record<string, string>, message: unknown) =>
    template.replaceAll(/\{([^}]*)\}/g, (whole, inner: string) => {
      const value = pointers.has(inner) ? pointers.get(inner)?.get(message) : levels[inner]
      // Braces cannot be part of a name, so that the reason for the refusal shows what was missing.
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
    })
}
