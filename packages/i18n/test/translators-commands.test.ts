import { expect, test } from 'vitest'
import { missingFrom } from '../src/list-missing.ts'
import { tidied } from '../src/tidy.ts'

const english = { one: 'One', two: 'Two', three: 'Three' }

test('What a language does not say yet, or says with nothing, is listed in English.', () => {
  expect(missingFrom({ one: 'Eins', two: '' }, english)).toEqual({ two: 'Two', three: 'Three' })
})

test('A catalogue is tidied into the order of English, without what is gone there.', () => {
  expect(Object.entries(tidied({ three: 'Drei', gone: 'Weg', one: 'Eins' }, english))).toEqual([
    ['one', 'Eins'],
    ['three', 'Drei'],
  ])
})
