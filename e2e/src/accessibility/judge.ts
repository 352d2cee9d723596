import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

type Axe = { run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> }

// Each page that is loaded reads it anew, and the short one in half the time.
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Everything that WCAG 2.2 asks for at level AA, as far as a program can tell. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

export type Verdict = { rules: number; violations: string[] }

/** What is asked of a page: everything, its colours alone, everything but these, or whether a finger meets what it aims at. */
export type Question = 'everything' | 'colours' | 'structure' | 'targets'
const colours = ['color-contrast', 'link-in-text-block']
const optionsOf: Record<Question, RunOptions> = {
  everything: { runOnly: tags },
  colours: { runOnly: { type: 'rule', values: colours } },
  targets: { runOnly: { type: 'rule', values: ['target-size'] } },
  structure: { runOnly: tags, rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) },
}

/** What axe says of a page as it is: how many rules apply, and each element that breaks one, with why. */
export const judge = async (page: Page, question: Question, within?: string): Promise<Verdict> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source)
  const { passes, violations } = await page.evaluate(
    ([scope, options]) => (globalThis as unknown as { axe: Axe }).axe.run(scope ?? document, { ...options, resultTypes: ['violations'] }),
    [within, optionsOf[question]] as const,
  )
  return {
    rules: passes.length + violations.length,
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
    ),
  }
}
