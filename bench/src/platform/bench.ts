import type { ParseArgsOptionsConfig } from 'node:util'

export type Flags = Record<string, string | boolean | undefined>

/** One measurement: the flags it knows besides --json, and what it finds, for machines and for people. */
export type Bench = {
  flags: ParseArgsOptionsConfig
  usage: string
  run: (flags: Flags, say: (line: string) => void) => Promise<{ result: object; table: string }>
}

/** A flag that is a whole number; `otherwise` where it is not given. */
export const numberFlag = (flags: Flags, name: string, otherwise: number) => {
  const value = flags[name] === true ? Number.NaN : Number(flags[name] ?? otherwise)
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name} is a whole number`)
  return value
}

/** It was called in a way that it does not know. */
export class UsageError extends Error {}
