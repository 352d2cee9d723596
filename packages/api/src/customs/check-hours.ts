import type { OfficeHours } from '@lading/shared/contract/customs'
import type { Issue } from '@lading/shared/issue/issue'

/** What is wrong with the hours of an office beyond the shape of its fields; nothing where the list is empty. */
export const checkHours = (hours: OfficeHours): Issue[] => {
  const spans = Object.entries(hours).flatMap(([day, its]) =>
    its.map(([from, until], index) => ({ path: `/hours/${day}/${index}`, from, until, before: its[index - 1]?.[1] })),
  )
  if (spans.length === 0) return [{ path: '/hours', message: 'the office never opens; to forget its hours, delete it' }]
  return spans.flatMap(({ path, from, until, before }) => [
    ...(from < until ? [] : [{ path, message: `ends at ${until}, which is not after ${from}` }]),
    ...(before === undefined || before <= from ? [] : [{ path, message: `begins before the one before it ends, at ${before}` }]),
  ])
}
