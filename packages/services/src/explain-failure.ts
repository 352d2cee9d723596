const causes: [pattern: RegExp, advice: string][] = [
  [/No space left on device|ENOSPC|disk quota/i, 'the disk is full: free some space and start again'],
  [
    /error while loading shared libraries: ([^:\s]+)|Library not loaded: (\S+)/i,
    'a library is missing: install it, on Debian or Ubuntu the package that contains it',
  ],
  [/GLIBC(XX)?_[\d.]+' not found/i, 'the C library of this system is too old for the program'],
  [/Address (already )?in use|address in use|EADDRINUSE/i, 'the port is taken: stop what listens on it, or choose another port'],
  [/ENOTDIR|EROFS/, 'the data cannot be kept there: choose another directory'],
  [/Permission denied|EACCES/i, 'access was refused: check who owns the directory'],
  [/could not map anonymous shared memory|Cannot allocate memory|out of memory/i, 'there is not enough memory'],
]

/** The line of a log that says what is wrong, and what to do about it where that is known. */
export const explainFailure = (log: string): string | undefined => {
  for (const [pattern, advice] of causes) {
    const line = log.split('\n').find((candidate) => pattern.test(candidate))
    if (line) return `${advice} (${line.trim()})`
  }
  return undefined
}
