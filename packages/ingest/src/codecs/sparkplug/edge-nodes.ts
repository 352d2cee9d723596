import type { Metric } from './read-payload.ts'

/** What a birth says about a metric, and data messages do not repeat. */
export type Born = { device: string; name: string; type: number | undefined; unit: string | undefined }

type EdgeNode = { seq: number | undefined; bdSeq: number | undefined; byAlias: Map<number, Born>; byName: Map<string, Born> }

// An edge node that falls out is asked for a rebirth when it next speaks by alias.
const nodesMax = 10_000

/**
 * What the births of edge nodes said. It is no more than a cache: whoever has not seen a birth, after a start for instance,
 * asks for a rebirth and has it again.
 */
export const createEdgeNodes = () => {
  const nodes = new Map<string, EdgeNode>()

  const nodeOf = (key: string): EdgeNode => {
    const node = nodes.get(key) ?? { seq: undefined, bdSeq: undefined, byAlias: new Map(), byName: new Map() }
    nodes.set(key, node)
    const [oldest] = nodes.keys()
    if (nodes.size > nodesMax && oldest !== undefined) nodes.delete(oldest)
    return node
  }

  return {
    /** A node is born with its own metrics; its devices' births follow. */
    begin: (key: string, seq: number | undefined, bdSeq: number | undefined) => {
      nodes.delete(key)
      Object.assign(nodeOf(key), { seq, bdSeq })
    },
    /** The last will of an earlier session may arrive after the next birth; only that of this session counts. */
    end: (key: string, bdSeq: number | undefined) => {
      const known = nodes.get(key)?.bdSeq
      if (known === undefined || bdSeq === undefined || known === bdSeq) nodes.delete(key)
    },
    /** Whether a message of this number follows the one before it; a message delivered twice does. */
    follows: (key: string, seq: number | undefined) => {
      const node = nodeOf(key)
      const before = node.seq
      node.seq = seq
      return before === undefined || seq === undefined || seq === before || seq === (before + 1) % 256
    },
    learn: (key: string, device: string, metrics: Metric[]) => {
      const { byAlias, byName } = nodeOf(key)
      for (const { name, alias, type, unit } of metrics) {
        if (!name) continue
        const born = { device, name, type, unit }
        byName.set(`${device}/${name}`, born)
        if (alias !== undefined) byAlias.set(alias, born)
      }
    },
    forget: (key: string, device: string) => {
      const { byAlias, byName } = nodeOf(key)
      for (const [alias, born] of byAlias) if (born.device === device) byAlias.delete(alias)
      for (const [name, born] of byName) if (born.device === device) byName.delete(name)
    },
    /** What is known of a metric; nothing where it is known by an alias of which no birth was seen. */
    find: (key: string, device: string, { name, alias, type, unit }: Metric): Born | undefined => {
      const node = nodes.get(key)
      if (name) return node?.byName.get(`${device}/${name}`) ?? { device, name, type, unit }
      return alias === undefined ? undefined : node?.byAlias.get(alias)
    },
  }
}
