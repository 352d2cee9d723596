import type { ComponentChildren } from 'preact'
import type { Result } from '../../data/server/request.ts'

/** What came of an import in words, or why nothing did. */
export const told = <Value>(result: Result<Value>, say: (value: Value) => ComponentChildren): Result<ComponentChildren> =>
  result.ok ? { ok: true, value: say(result.value) } : result

/** What stands in a field, without spaces around it. */
export const textIn = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
