import { describe, expect, it } from 'vitest'
import { readFlags, usage } from '../src/flags.ts'
import { questions } from '../src/questions/index.ts'

const read = (line: string) => readFlags(line.split(' ').filter(Boolean), questions)

describe('the flags of npm run eval', () => {
  it('name a question and where its data are', () => {
    expect(read('eta --data some/where --json')).toMatchObject({ question: 'eta', data: 'some/where', json: true, readme: false })
  })

  it('name a question and the world that it is asked in, which is always the same where they do not', () => {
    expect(read('eta-live')).toMatchObject({ world: { seed: 'report', journeys: 200, past: 100, faults: 'gentle' } })
    expect(read('eta-live --seed b --journeys 7 --past 0 --faults tsbs')).toMatchObject({
      world: { seed: 'b', journeys: 7, past: 0, faults: 'tsbs' },
    })
  })

  it.each([
    ['', 'which question?'],
    ['weather --data x', 'no such question: weather'],
    ['eta', '--data wants a directory'],
    ['eta --data', /--data/],
    ['eta --data x --fast', /--fast/],
    ['eta --data x --seed 1', '--seed says nothing of eta'],
    ['eta-live --data x', '--data says nothing of eta-live'],
    ['eta-live --journeys none', '--journeys wants a whole number from 1 on'],
    ['eta-live --past -3', /--past/],
    ['eta-live --faults many', '--faults wants one of none, gentle, tsbs'],
  ])('say what is wrong with "%s"', (line, problem) => {
    expect(read(line)).toEqual({ problem: problem instanceof RegExp ? expect.stringMatching(problem) : problem })
  })

  it('are explained with every question there is', () => {
    for (const { name } of questions) expect(usage(questions)).toContain(name)
  })
})
