import { SaxesParser } from 'saxes'

/** A text that is not XML, or XML that is not taken from strangers. */
export class NotXml extends Error {
  /** Counted from 1. */
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/**
 * A parser of XML with namespaces that throws `NotXml`. A document type of its own is refused: what one declares could be made to grow
 * without end, and nothing that is read here needs one.
 */
export const openXml = () => {
  const parser = new SaxesParser({ xmlns: true, position: true })
  parser.on('error', (error) => {
    throw new NotXml(parser.line, error.message.replace(/^(.*?:)?\d+:\d+: /, ''))
  })
  parser.on('doctype', () => {
    throw new NotXml(parser.line, 'a document type is not expected')
  })
  return parser
}

/** Without the mark that some programs put before everything. */
export const withoutBom = (text: string) => text.replace(/^\uFEFF/, '')
