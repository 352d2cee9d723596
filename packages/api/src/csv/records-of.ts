import { CsvError, type CsvRecord, readCsv } from '@lading/shared/csv/read-csv'
import { DomainError, type Issue } from '@lading/store/postgres/domain-error'

const issuesMax = 100

/** The records of a file that somebody sends in, which has at least these columns. Throws where it is no CSV or has not. */
export const recordsOf = (text: string, needed: string[]): { columns: string[]; records: CsvRecord[] } => {
  try {
    const { columns, records } = readCsv(text)
    refuseFile(needed.filter((name) => !columns.includes(name)).map((name) => ({ path: 'line 1', message: `there is no column ${name}` })))
    return { columns, records }
  } catch (error) {
    if (error instanceof CsvError) refuseFile([{ path: `line ${error.line}`, message: error.message }])
    throw error
  }
}

/** Throws where anything is wrong, with every line: of a file all is imported or nothing. */
export const refuseFile = (issues: Issue[]) => {
  if (issues.length > 0) throw notValid(issues)
}

export const notValid = (issues: Issue[]) =>
  new DomainError('not-valid', 'Nothing was imported: the file is not valid.', issues.slice(0, issuesMax))
