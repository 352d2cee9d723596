import { createClosing } from '@lading/process/closing'
import pino from 'pino'

// Opens three things; the second hangs when it is closed, if the first argument says so.
const closing = createClosing({ deadlineMs: 1_500, log: pino({ level: 'silent' }) })
const say = (text: string) => process.stdout.write(`${text}\n`)
closing.add('first', async () => say('closed first'))
closing.add('second', () => (process.argv[2] === 'hanging' ? new Promise(() => {}) : Promise.resolve(say('closed second'))))
closing.add('third', async () => {
  say('closed third')
  throw new Error('one that fails does not keep the others open')
})
setInterval(() => {}, 1_000)
say('open')
