import { findProgram } from '@lading/services/find-program'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'

export const chromiumPath = findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome')

/** Without the network services that a browser starts on its own, which would be seen as requests to third parties. */
export const openBrowser = () => {
  if (!chromiumPath) throw new Error('There is no Chromium on this machine')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page that remembers what went wrong on it and whom it asked. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam', ...options })
  const page = await context.newPage()
  const problems: string[] = []
  const hosts = new Set<string>()
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  return { page, context, problems, hosts }
}
