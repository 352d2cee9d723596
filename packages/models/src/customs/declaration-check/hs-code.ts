import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import { isHsCode } from '@lading/shared/domain/hs-code'
import type { DeclarationRule } from './declaration.ts'

const source = {
  name: 'World Customs Organization, Harmonised System, edition of 2022',
  url: 'https://www.wcoomd.org/en/topics/nomenclature/instrument-and-tools/hs-nomenclature-2022-edition.aspx',
  date: '2022-01-01',
}

/** 1 to 97 without 77, which is kept for later; 98 and 99 are for what countries need themselves. */
const isChapter = (chapter: number) => chapter >= 1 && chapter <= 99 && chapter !== 77

/** A code that can be one at all. */
export const hsCode: DeclarationRule = ({ lines }) =>
  lines.flatMap(({ hsCode: code }, index): DeclarationFinding[] => {
    const said = { severity: 'critical', path: `/lines/${index}/hsCode`, source } as const
    const toDo = 'Look the goods up in the tariff of the country of import, and take the code with at least six digits.'
    if (!isHsCode(code))
      return [
        { ...said, code: 'hs-malformed', facts: { hsCode: code }, what: `${code || 'Nothing'} is no code of 6, 8 or 10 digits.`, toDo },
      ]
    const chapter = code.slice(0, 2)
    if (isChapter(Number(chapter))) return []
    return [{ ...said, code: 'hs-no-chapter', facts: { hsCode: code, chapter }, what: `${code}: there is no chapter ${chapter}.`, toDo }]
  })
