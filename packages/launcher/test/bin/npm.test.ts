import { describe, expect, it } from 'vitest'

// Plain JavaScript without types, as it runs before anything is installed.
const { explain } = await import(new URL('../../bin/npm.mjs', import.meta.url).href)
const { isNewEnough } = await import(new URL('../../bin/node-runtime.mjs', import.meta.url).href)

describe('An installation that fails', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error request to https://registry failed', /registry cannot be reached/],
    ['npm error code ECONNREFUSED', /registry cannot be reached/],
    ['npm error nospc ENOSPC: no space left on device, write', /disk is full/],
    ['npm error code EACCES', /cannot be written/],
    ['ERR_PNPM_OUTDATED_LOCKFILE Cannot install with "frozen-lockfile"', /does not fit a package.json/],
  ])('says in one line what to do: %s', (output, advice) => {
    expect(explain(output)).toMatch(advice)
    expect(explain(output)).not.toContain('\n')
  })

  it('shows the end of the output where the cause is not known.', () => {
    expect(explain('one\ntwo\nsomething odd\n')).toBe('one\ntwo\nsomething odd')
  })
})

describe('The Node that Lading runs under', () => {
  it.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['23.0.0', true],
    ['24.1.0', true],
  ])('reads TypeScript as it is: %s %s', (version, enough) => {
    expect(isNewEnough(version)).toBe(enough)
  })
})
