import { type ESTree, Visitor } from 'vite'
import type { Source } from './sources.ts'

/** Stands for a key that is looked up somewhere; the table it is in has it as a literal. */
export const unknown = '?'

/** One `t(…)`: the keys it may say, a `*` for each part that is put in, and the arguments it gives where all of them can be seen. */
export type Call = { at: string; keys: string[]; given: string[] | undefined }

export const callsIn = ({ program, lineOf }: Source): Call[] => {
  const calls: Call[] = []
  new Visitor({
    CallExpression: (call) => {
      const [key, params] = call.arguments
      if (!isTranslate(call.callee) || !key) return
      calls.push({ at: lineOf(call), keys: keysOf(key), given: namesOf(params) })
    },
  }).visit(program)
  return calls
}

/** Every string that is written in full: keys also stand in tables that a `t(…)` looks them up in. */
export const literalsIn = ({ program }: Source): string[] => {
  const literals: string[] = []
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') literals.push(value)
    },
    TemplateLiteral: (template) => {
      literals.push(...keysOf(template))
    },
  }).visit(program)
  return literals
}

const isTranslate = (callee: ESTree.Node) =>
  (callee.type === 'Identifier' && callee.name === 't') ||
  (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 't')

const keysOf = (node: ESTree.Node): string[] => {
  switch (node.type) {
    case 'Literal':
      return [typeof node.value === 'string' ? node.value : unknown]
    case 'ConditionalExpression':
      return [...keysOf(node.consequent), ...keysOf(node.alternate)]
    case 'TemplateLiteral':
      return [node.quasis.map(({ value }) => value.cooked).join('*')]
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return keysOf(node.expression)
    default:
      return [unknown]
  }
}

const namesOf = (params: ESTree.Node | undefined): string[] | undefined => {
  if (!params) return []
  if (params.type !== 'ObjectExpression') return undefined
  const names = params.properties.map((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' && !property.computed ? property.key.name : undefined,
  )
  return names.every((name) => name !== undefined) ? names : undefined
}
