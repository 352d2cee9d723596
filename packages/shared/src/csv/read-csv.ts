import { type Issue, issueAt } from '../issue/issue.ts'

/** A line of a CSV file that is not a record, and where: the first line is 1. */
export class CsvError extends Error {
  readonly issue: Issue

  constructor(issue: Issue) {
    super(issue.message)
    this.name = 'CsvError'
    this.issue = issue
  }
}

/** A record by the names of the first line, and the line it begins on. */
export type CsvRecord = { line: number; fields: Record<string, string> }

/** Reads CSV as RFC 4180 has it, with a heading line. Blank lines are passed over. Throws CsvError where a line is no record. */
export const readCsv = (text: string): { columns: string[]; records: CsvRecord[] } => {
  const [heading, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''))
  if (!heading) throw new CsvError(issueAt('line 1', 'file-empty'))
  const columns = heading.cells.map((name) => name.trim().toLowerCase())
  const records = rows.map(({ line, cells }) => {
    if (cells.length !== columns.length)
      throw new CsvError(issueAt(`line ${line}`, 'field-count', { found: cells.length, expected: columns.length }))
    return { line, fields: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()])) }
  })
  return { columns, records }
}

const rowsOf = (text: string) => {
  const rows: { line: number; cells: string[] }[] = []
  let [cells, cell, line, began, quoted] = [[] as string[], '', 1, 1, false]
  const endRow = () => {
    if (cells.length > 0 || cell.trim() !== '') rows.push({ line: began, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char === '\n') line++
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === ',') {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow()
      began = line
    } else if (char !== '\r') cell += char
  }
  if (quoted) throw new CsvError(issueAt(`line ${began}`, 'quote-open'))
  endRow()
  return rows
}
