import { expect, it } from 'vitest'
import { checkHours } from '../../src/customs/check-hours.ts'

it.each<[string, Parameters<typeof checkHours>[0], string[]]>([
  [
    'of a week are',
    {
      mon: [
        ['08:00', '12:00'],
        ['12:00', '17:30'],
      ],
      sun: [['00:00', '24:00']],
    },
    [],
  ],
  ['that end before they begin are not', { mon: [['17:00', '08:00']], tue: [['08:00', '08:00']] }, ['/hours/mon/0', '/hours/tue/0']],
  [
    'that overlap are not',
    {
      mon: [
        ['08:00', '12:00'],
        ['11:00', '17:30'],
      ],
    },
    ['/hours/mon/1'],
  ],
  ['of an office that never opens are not', { mon: [] }, ['/hours']],
])('Hours %s valid.', (_, hours, paths) => expect(checkHours(hours).map(({ path }) => path)).toEqual(paths))
