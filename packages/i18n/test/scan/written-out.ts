import { type ESTree, Visitor } from 'vite'
import type { Source } from './sources.ts'

/** Words that stand in code rather than in a catalogue, with where they are. */
export type Words = { at: string; words: string }

const readAloud = /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|data-exact)$/
const domProperties = new Set(['textContent', 'innerText', 'innerHTML', 'title', 'alt', 'placeholder', 'ariaLabel'])
const hasLetters = (text: string) => /\p{L}/u.test(text)

export const wordsIn = ({ program, lineOf }: Source): Words[] => {
  const found: Words[] = []
  const note = (node: { start: number }, text: string) => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (hasLetters(words)) found.push({ at: lineOf(node), words })
  }
  const noteWritten = (node: ESTree.Node) => {
    for (const text of writtenIn(node)) note(node, text)
  }
  const noteChildren = (children: ESTree.JSXChild[]) => {
    for (const child of children) if (child.type === 'JSXExpressionContainer') noteWritten(child.expression)
  }
  new Visitor({
    JSXText: (node) => note(node, node.value),
    JSXElement: ({ children }) => noteChildren(children),
    JSXFragment: ({ children }) => noteChildren(children),
    JSXAttribute: ({ name, value }) => {
      const attribute = name.type === 'JSXIdentifier' ? name.name : `${name.namespace.name}:${name.name.name}`
      if (value && readAloud.test(attribute)) noteWritten(value.type === 'JSXExpressionContainer' ? value.expression : value)
    },
    TaggedTemplateExpression: (node) => {
      if (node.tag.type === 'Identifier' && node.tag.name === 'html') for (const text of writtenInMarkup(node.quasi)) note(node, text)
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type === 'MemberExpression' && left.property.type === 'Identifier' && domProperties.has(left.property.name))
        noteWritten(right)
    },
    CallExpression: ({ callee, arguments: [name, value] }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'setAttribute') return
      if (name?.type === 'Literal' && readAloud.test(String(name.value)) && value) noteWritten(value)
    },
  }).visit(program)
  return found
}

// What an expression may come to that is written out in it; what it calls is looked at where that is defined.
const writtenIn = (node: ESTree.Node): string[] => {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return [...node.quasis.map(({ value }) => value.cooked ?? value.raw), ...node.expressions.flatMap(writtenIn)]
    case 'ConditionalExpression':
      return [...writtenIn(node.consequent), ...writtenIn(node.alternate)]
    case 'LogicalExpression':
      return writtenIn(node.right)
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right].flatMap(writtenIn) : []
    case 'ParenthesizedExpression':
      return writtenIn(node.expression)
    default:
      return []
  }
}

// In a template of markup: the text between tags, and attributes that are read aloud. What is put in stands as \0.
const writtenInMarkup = ({ quasis }: ESTree.TemplateLiteral): string[] => {
  const markup = quasis.map(({ value }) => value.cooked ?? value.raw).join('\0')
  const tags = /<[^>]*>/g
  const attributes = [...markup.matchAll(tags)].flatMap(([tag]) =>
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].flatMap(([, name, value]) => (readAloud.test(name ?? '') ? [value ?? ''] : [])),
  )
  return [...attributes, ...markup.replace(tags, '\0').split('\0')]
}
