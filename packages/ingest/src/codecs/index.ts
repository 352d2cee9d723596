import { chirpstack } from './chirpstack.ts'
import type { Codec } from './codec.ts'
import { ladingJson } from './lading-json.ts'
import type { Mapping } from './mapping/mapping.ts'
import { createMappingCodec } from './mapping/mapping-codec.ts'
import { owntracks } from './owntracks.ts'
import { createSparkplug } from './sparkplug/sparkplug.ts'
import { theThingsStack } from './the-things-stack.ts'
import { createTraccar } from './traccar.ts'

type Deps = {
  mappings: Mapping[]
  traccarTopic: string
  /** Sends a command to an edge node, at most once. */
  publish: (topic: string, payload: Buffer) => void
  nowMs: () => number
}

/**
 * Every device format that Lading understands. The first that reads the message's topic decodes it: an operator's own
 * mappings come before the formats that Lading knows by itself.
 */
export const createCodecs = ({ mappings, traccarTopic, publish, nowMs }: Deps): Codec[] => [
  ...mappings.map(createMappingCodec),
  ladingJson,
  owntracks,
  theThingsStack,
  chirpstack,
  createTraccar({ topic: traccarTopic }),
  createSparkplug({ publish, nowMs }),
]
