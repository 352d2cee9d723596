import { expect, test } from 'vitest'
import { faces } from '../src/faces.ts'
import { languages } from '../src/languages.ts'
import { missingFrom } from '../src/list-missing.ts'
import { readCatalogue } from '../src/read-catalogue.ts'

test.each(languages.flatMap(({ code }) => faces.map((face) => ({ code, face }))))(
  'In $code the $face says everything.',
  ({ code, face }) => {
    expect(Object.keys(missingFrom(readCatalogue(code, face), readCatalogue('en', face)))).toEqual([])
  },
)
