import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { askTogether } from '../src/ask-together.ts'

/** Answers come when the test says so. */
const answering = () => {
  const questions: { keys: string[]; answer: () => void; fail: (error: Error) => void }[] = []
  const ask = askTogether<string>((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>()
    const answers = new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, `of ${key}`]))
    questions.push({ keys, answer: () => resolve(answers), fail: reject })
    return promise
  })
  return { questions, ask }
}

const turn = () => pause(0).then(() => pause(0))

describe('Questions that are asked together', () => {
  it('are one where they come at once, also about the same.', async () => {
    const { questions, ask } = answering()
    const answers = ['a', 'b', 'a', 'unknown'].map((key) => ask(key))
    await turn()
    expect(questions.map(({ keys }) => keys)).toEqual([['a', 'b', 'unknown']])
    questions[0]?.answer()
    expect(await Promise.all(answers)).toEqual(['of a', 'of b', 'of a', undefined])
  })

  it('do not get an answer that was under way before they were asked.', async () => {
    const { questions, ask } = answering()
    const first = ask('a')
    await turn()
    const second = ask('a')
    const third = ask('b')
    questions[0]?.answer()
    await first
    await turn()
    expect(questions.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b']])
    questions[1]?.answer()
    expect(await Promise.all([second, third])).toEqual(['of a', 'of b'])
  })

  it('fail together, and those that come after do not.', async () => {
    const { questions, ask } = answering()
    const failing = Promise.allSettled([ask('a'), ask('b')])
    await turn()
    questions[0]?.fail(new Error('the database is away'))
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const after = ask('c')
    await turn()
    questions[1]?.answer()
    expect(await after).toBe('of c')
  })

  it('do not wait for one that is never answered.', async () => {
    const { questions, ask } = answering()
    void ask('a')
    await turn()
    const after = ask('b')
    while (questions.length < 2) await pause(5)
    questions[1]?.answer()
    expect(await after).toBe('of b')
  })
})
