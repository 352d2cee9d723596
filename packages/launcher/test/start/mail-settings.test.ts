import { expect, it } from 'vitest'
import { mailSettings } from '../../src/start/mail-settings.ts'

const directory = '/data/mails of mine'

it('Whoever tries Lading out finds mails in a directory.', () => {
  expect(mailSettings({ env: {}, real: false, directory })).toEqual({
    variables: { SMTP_URL: 'file:///data/mails%20of%20mine', MAIL_FROM: 'Lading <tracking@lading.example>' },
    directory,
  })
})

it('Where the environment says how mails go out, or servers are real, nothing is added to it.', () => {
  expect(mailSettings({ env: { SMTP_URL: 'smtp://mail.example' }, real: false, directory })).toEqual({ variables: {} })
  expect(mailSettings({ env: { MAIL_FROM: 'a@example.com' }, real: false, directory })).toEqual({ variables: {} })
  expect(mailSettings({ env: {}, real: true, directory })).toEqual({ variables: {} })
})
