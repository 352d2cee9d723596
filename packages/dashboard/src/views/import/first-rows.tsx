import { readCsv } from '@lading/shared/csv/read-csv'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/t.ts'

const rowsShown = 3
// More than three rows ever take; the rest of a large file is not read twice.
const begins = 65_536

type Rows = { columns: string[]; rows: string[][] }

/** The first rows of a text as CSV; `undefined` where it is none, which is said when it is sent. */
export const firstRows = (text: string, isWhole: boolean): Rows | undefined => {
  // The last line is cut off in the middle.
  const whole = isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1)
  if (/^\s*[<[{]/.test(whole)) return undefined
  try {
    const { columns, records } = readCsv(whole)
    return { columns, rows: records.slice(0, rowsShown).map(({ fields }) => columns.map((column) => fields[column] ?? '')) }
  } catch {
    return undefined
  }
}

/** How a file begins, so that whoever sends it sees that it is the right one. */
export const FirstRows = ({ file }: { file: File }) => {
  const shown = useSignal<Rows | undefined>(undefined)
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const text = await file.slice(0, begins).text()
      if (isWanted) shown.value = firstRows(text, file.size <= begins)
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [file])
  if (!shown.value) return null
  const { columns, rows } = shown.value
  return (
    // Columns stand beneath each other: there are many of them, and few rows.
    <table class="import-rows">
      <caption>{t('import.first-rows')}</caption>
      <tbody>
        {columns.map((column, at) => (
          <tr key={column}>
            <th scope="row" dir="auto">
              {column}
            </th>
            {rows.map((cells, row) => (
              <td key={`${row} ${cells[0]}`} dir="auto">
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
