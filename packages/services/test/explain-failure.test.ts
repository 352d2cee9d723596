import { describe, expect, it } from 'vitest'
import { explainFailure } from '../src/explain-failure.ts'

describe('The reason why a server did not start', () => {
  it.each([
    ['FATAL:  could not write to file "base/pgsql_tmp": No space left on device', /^the disk is full/],
    ['postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file', /^a library is missing/],
    ["/lib64/libc.so.6: version `GLIBC_2.34' not found (required by postgres)", /^the C library of this system is too old/],
    ["ENOTDIR: not a directory, mkdir '/etc/hosts/data'", /^the data cannot be kept there/],
    ['1700000000: Error: Address already in use', /^the port is taken/],
  ])('is told from its log: %s', (line, advice) => {
    expect(explainFailure(`starting up\n${line}\nshutting down`)).toMatch(advice)
    expect(explainFailure(`starting up\n${line}\nshutting down`)).toContain(line)
  })

  it('is not guessed where the log says nothing known.', () => {
    expect(explainFailure('segmentation fault')).toBeUndefined()
  })
})
