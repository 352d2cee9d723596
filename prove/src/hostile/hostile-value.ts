import fc from 'fast-check'

/** What stands where a number should. */
export const hostileValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.double(),
  fc.bigInt().map(String),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    null,
    '',
    '0',
    'NaN',
    1e308,
    -1e308,
    Number.MIN_VALUE,
    Number.MAX_SAFE_INTEGER + 2,
    -0,
    '\u0000',
    `1\nreading,device=somebody lat=1 1`,
    `'); delete from reading; --`,
    '\ud800',
    '2026-13-45T99:99:99Z',
    { toString: 'no function' },
    [[[[]]]],
  ),
)
