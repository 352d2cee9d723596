import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A process that holds many clients of the live feed. Told by its argument; says `held N` when all are connected and have their snapshot,
 * and on the second line of its input what they were sent since the first.
 */
export type ClientsTask = { url: string; cookies: string[]; clients: number; perCookie: number; boxes: string[] }
export type ClientsAnswer = { held: number; bytes: number; ages: number[] }

// Reading what is sent costs as much as sending it: of most clients the bytes are counted only.
const readOneOf = 50
const connectAtOnce = 20

const { url, cookies, clients, perCookie, boxes } = JSON.parse(process.argv[2] ?? '') as ClientsTask
let [bytes, held] = [0, 0]
let ages: number[] = []

// In the words of a LivePosition, which a summary does not use.
const position = /"shipmentId":"[^"]+","lat":[-\d.e]+,"lon":[-\d.e]+,"recordedAt":"([^"]+)"/g

const read = (text: string) => {
  const now = Date.now()
  for (const [, recordedAt = ''] of text.matchAll(position)) ages.push(now - Date.parse(recordedAt))
}

const connect = (number: number) =>
  new Promise<void>((resolve, reject) => {
    const box = boxes[number % boxes.length]
    const headers = { cookie: cookies[Math.floor(number / perCookie)] ?? '' }
    get(`${url}/v1/live${box ? `?bbox=${box}` : ''}`, { headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the feed answers ${response.statusCode}`))
      held += 1
      response.once('close', () => {
        held -= 1
      })
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (number % readOneOf === 0 && measuring) read(chunk.toString())
        resolve()
      })
    }).once('error', reject)
  })

let measuring = false
for (let from = 0; from < clients; from += connectAtOnce)
  await Promise.all(Array.from({ length: Math.min(connectAtOnce, clients - from) }, (_, at) => connect(from + at)))
// Their snapshots are on their way: nothing more comes when they are there.
for (let before = -1; before !== bytes; await sleep(1_000)) before = bytes
process.stdout.write(`held ${held}\n`)
process.stdin.on('data', () => {
  if (measuring) process.stdout.write(`${JSON.stringify({ held, bytes, ages } satisfies ClientsAnswer)}\n`)
  measuring = true
  bytes = 0
  ages = []
})
