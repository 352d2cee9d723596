import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectDirectory } from '../project.ts'
import { configurationTable, environmentExample } from './configuration.ts'
import { withConfiguration } from './readme-section.ts'

// Run after the configuration schema has changed; a test compares.
const readme = join(projectDirectory, 'README.md')
await writeFile(join(projectDirectory, '.env.example'), environmentExample())
await writeFile(readme, withConfiguration(await readFile(readme, 'utf8').catch(() => ''), configurationTable()))
