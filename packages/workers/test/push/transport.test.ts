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

describe('What a note is', () => {
  it('is sealed for the browser, so that the push service cannot read it, and says whose it is.', () => {
    const options = { vapidDetails: vapid, TTL: 60, contentEncoding: 'aes128gcm' } as const
    const { headers, body } = webPush.generateRequestDetails({ endpoint: 'https://push.example/x', keys }, JSON.stringify(note), options)
    expect(headers).toMatchObject({ 'Content-Encoding': 'aes128gcm', Authorization: expect.stringMatching(/^vapid t=[\w.-]+, ?k=[\w-]+$/) })
    expect(body?.length).toBeGreaterThan(JSON.stringify(note).length)
    expect(body?.toString('latin1')).not.toContain('Delivered')
  })
})
