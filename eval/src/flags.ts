import { parseArgs } from 'node:util'
import { faultLevels, isFaultLevel } from '@lading/simulators/faults/rates'
import { isInWorld, type Question, type World } from './question.ts'

export type Flags = { question: string; data: string; world: World; json: boolean; readme: boolean }

const namesOf = (questions: Question[]) => questions.map(({ name }) => name).join('|')

export const usage = (
  questions: Question[],
) => `usage: npm run eval -- <${namesOf(questions.filter((question) => !isInWorld(question)))}> --data DIR
       npm run eval -- <${namesOf(questions.filter(isInWorld))}> [--seed TEXT] [--journeys N] [--past N] [--faults ${faultLevels.join('|')}]

  --data      one set of data, or a folder of sets; docs/data.md says what they look like
  --seed      another simulated world; the same seed makes the same one
  --journeys  how many are followed from door to door
  --past      how many earlier ones the platform has been told of
  --faults    what happens between device and broker
  --json      the last line of the output is {"eval": "…", "sets": […]}
  --readme    writes a summary into README.md
`

const text = { type: 'string' } as const
const yes = { type: 'boolean', default: false } as const
const onData = { data: text }
const inWorld = { seed: text, journeys: text, past: text, faults: text }

/** The flags, or what is wrong with them. */
export const readFlags = (args: string[], questions: Question[]): Flags | { problem: string } => {
  const [name = '', ...rest] = args
  const question = questions.find((known) => known.name === name)
  if (!question) return { problem: name ? `no such question: ${name}` : 'which question?' }
  try {
    const { values } = parseArgs({ args: rest, options: { ...onData, ...inWorld, json: yes, readme: yes } })
    const stray = Object.keys(isInWorld(question) ? onData : inWorld).find((flag) => flag in values)
    if (stray) return { problem: `--${stray} says nothing of ${name}` }
    const { data = '', seed = 'report', journeys = '200', past = '100', faults = 'gentle', json, readme } = values
    if (!isInWorld(question) && !data) return { problem: '--data wants a directory' }
    if (!/^[1-9]\d{0,5}$/.test(journeys)) return { problem: '--journeys wants a whole number from 1 on' }
    if (!/^\d{1,6}$/.test(past)) return { problem: '--past wants a whole number' }
    if (!isFaultLevel(faults)) return { problem: `--faults wants one of ${faultLevels.join(', ')}` }
    return { question: name, data, world: { seed, journeys: Number(journeys), past: Number(past), faults }, json, readme }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}
