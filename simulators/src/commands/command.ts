import type { Config } from '@lading/shared/config/read-config'
import type { Addresses } from '../platform/addresses.ts'

/** What main gives every command: the outside world, as arguments. */
export type Context = {
  args: string[]
  config: Config<'CLOCK_SPEED' | 'CLOCK_ORIGIN' | 'CLOCK_START'>
  addresses: (file: string | undefined) => Promise<Addresses>
  /** The directory that file names on the command line are meant from. */
  startedIn: string
  say: (line: string) => void
  signal: AbortSignal
}

export type Command = (context: Context) => Promise<void>
