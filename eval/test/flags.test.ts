import { describe, expect, it } from 'vitest'
import { readFlags } from '../src/flags.ts'

const read = (line: string) => readFlags(line.split(' ').filter(Boolean), ['eta', 'stock'])

describe('the flags of npm run eval', () => {
  it('name a question and where its data are', () => {
    expect(read('eta --data some/where --json')).toEqual({ question: 'eta', data: 'some/where', json: true, readme: false })
  })

  it.each([
    ['', 'which question?'],
    ['weather --data x', 'no such question: weather'],
    ['eta', '--data wants a directory'],
    ['eta --data', '--data wants a directory'],
    ['eta --data x --fast', 'what is --fast?'],
  ])('say what is wrong with "%s"', (line, problem) => {
    expect(read(line)).toEqual({ problem })
  })
})
