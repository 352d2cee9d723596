import type { Codec } from './codec.ts'
import { ladingJson } from './lading-json.ts'
import { owntracks } from './owntracks.ts'

/** Every device format that Lading understands. The first whose topics begin like the message's reads it. */
export const codecs: Codec[] = [ladingJson, owntracks]
