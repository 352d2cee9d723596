import { openXml, withoutBom } from './open-xml.ts'

/** An element of a document; `line` counts from 1, `text` is its own without its children's, trimmed. */
export type XmlElement = { space: string; name: string; line: number; text: string; children: XmlElement[] }

// Nobody nests as deep in earnest.
const deepest = 100

/** The root of a document. Throws `NotXml`. */
export const xmlTree = (text: string): XmlElement => {
  const parser = openXml()
  const top: XmlElement = { space: '', name: '', line: 0, text: '', children: [] }
  const open = [top]
  parser.on('opentag', ({ uri, local }) => {
    if (open.length > deepest) parser.fail(`more than ${deepest} elements within each other`)
    const element: XmlElement = { space: uri, name: local, line: parser.line, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const say = (said: string) => {
    const element = open.at(-1)
    if (element) element.text += said
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element) element.text = element.text.trim()
  })
  parser.write(withoutBom(text)).close()
  return top.children[0] as XmlElement
}

/** The children of that name, whatever their namespace. */
export const childrenOf = ({ children }: XmlElement, name: string) => children.filter((child) => child.name === name)

/** What the first child of that name says; nothing where there is none, or it is empty. */
export const textIn = (element: XmlElement, name: string): string | undefined => childrenOf(element, name)[0]?.text || undefined

/** Every element at or below this one that is meant, not looking into those. */
export const everyElement = (root: XmlElement, isMeant: (element: XmlElement) => boolean): XmlElement[] =>
  isMeant(root) ? [root] : root.children.flatMap((child) => everyElement(child, isMeant))
