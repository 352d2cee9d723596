import { Agent } from 'node:https'
import { type AddressInfo, connect, createServer } from 'node:net'
import { isPublic, publicAgent } from '@lading/workers/push/public-agent'
import { openPush } from '@lading/workers/push/transport'
import { describe, expect, it } from 'vitest'
import webPush from 'web-push'

const { publicKey, privateKey } = webPush.generateVAPIDKeys()
const vapid = { publicKey, privateKey, subject: 'mailto:ops@lading.example' }
// The keys of the example in RFC 8291, 5.
const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}
const note = { title: 'Delivered', body: '', url: 'https://track.example/track/x', tag: 'LD1', lang: 'en', dir: 'ltr' } as const

describe('Where a note goes', () => {
  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['not an address', false],
  ])('%s is on the internet: %s.', (address, expected) => expect(isPublic(address)).toBe(expected))

  it('is a host on the internet, whatever its name leads to: one address at home is enough to refuse it, and ends it.', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], []]) {
      const agent = publicAgent((_, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        ),
      )
      const push = openPush(vapid, agent)
      expect(await push.send({ endpoint: 'https://push.example/x', keys }, note)).toEqual({
        code: 'ENOTPUBLIC',
        forGood: true,
        addressee: true,
      })
      await push.close()
    }
  })
})

describe('Who takes a note', () => {
  it.each([
    ['says that it is taken, and goes on for ever', 'HTTP/1.1 201 Created\r\n\r\n', 'sent'],
    ['says that it is wanted no more, and goes on for ever', 'HTTP/1.1 410 Gone\r\n\r\n', { code: '410', forGood: true, addressee: true }],
    ['never comes to say anything', 'HTTP/1.1 201 Created\r\nx: ', { code: 'ABORT_ERR', forGood: false, addressee: false }],
  ])('%s: takes no more of us than a moment.', async (_, begins, outcome) => {
    const gone = Promise.withResolvers<void>()
    const server = createServer((socket) => {
      const more = setInterval(() => socket.write('m'), 5)
      socket
        .on('error', () => {})
        .on('close', () => {
          clearInterval(more)
          gone.resolve()
        })
      socket.resume().write(begins)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const push = openPush(vapid, Object.assign(new Agent(), { createConnection: () => connect(port, '127.0.0.1') }), 500)
    expect(await push.send({ endpoint: 'https://push.example/x', keys }, note)).toEqual(outcome)
    await gone.promise
    await push.close()
    server.close()
  })
})

describe('What a note is', () => {
  it('is sealed for the browser, so that the push service cannot read it, and says whose it is.', () => {
    const options = { vapidDetails: vapid, TTL: 60, contentEncoding: 'aes128gcm' } as const
    const { headers, body } = webPush.generateRequestDetails({ endpoint: 'https://push.example/x', keys }, JSON.stringify(note), options)
    expect(headers).toMatchObject({ 'Content-Encoding': 'aes128gcm', Authorization: expect.stringMatching(/^vapid t=[\w.-]+, ?k=[\w-]+$/) })
    expect(body?.length).toBeGreaterThan(JSON.stringify(note).length)
    expect(body?.toString('latin1')).not.toContain('Delivered')
  })
})
