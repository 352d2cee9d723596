import { CsvError, type CsvRecord, readCsv } from '@lading/shared/csv/read-csv'
import { type Issue, issueAt, type Wrong, wrongOn } from '@lading/shared/issue/issue'
import { DomainError } from '@lading/store/postgres/domain-error'

const issuesMax = 100

/** The records of a file that somebody sends in, which has at least these columns. Throws where it is no CSV or has not. */
export const recordsOf = (text: string, needed: string[]): { columns: string[]; records: CsvRecord[] } => {
  try {
    const { columns, records } = readCsv(text)
    refuseFile(needed.filter((name) => !columns.includes(name)).map((column) => issueAt('line 1', 'no-column', { column })))
    return { columns, records }
  } catch (error) {
    if (error instanceof CsvError) refuseFile([error.issue])
    throw error
  }
}

/** What each line of a file says. Throws with every line that is wrong or where there is none, and then nothing is read. */
export const readLines = <Read>(text: string, needed: string[], read: (record: CsvRecord, wrong: Wrong) => Read): Read[] => {
  const issues: Issue[] = []
  const all = recordsOf(text, needed).records.map((record) => read(record, wrongOn(record.line, issues)))
  if (all.length === 0) issues.push(issueAt('line 1', 'no-rows'))
  refuseFile(issues)
  return all
}

/** Throws where anything is wrong, with every line: of a file all is imported or nothing. */
export const refuseFile = (issues: Issue[]) => {
  if (issues.length > 0) throw notValid(issues)
}

export const notValid = (issues: Issue[]) =>
  new DomainError('not-valid', 'Nothing was imported: the file is not valid.', issues.slice(0, issuesMax))
