import { en, type Texts } from './en.ts'

const languages: Record<string, Texts> = { en }

/** The first language that the browser asks for (RFC 9110, 12.5.4) and that there are texts in; English otherwise. */
export const chooseTexts = (acceptLanguage: string | undefined): Texts => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined)
      return { primary: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.map(({ primary }) => languages[primary]).find((texts) => texts !== undefined) ?? en
}
