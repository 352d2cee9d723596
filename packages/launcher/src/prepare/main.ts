import { readConfig } from '@lading/shared/config/read-config'
import { migrate } from '../migrate/migrate.ts'
import { seedAdmin } from './seed.ts'

/** `main.ts LOGIN_FILE`: the schema, then the first login. Says on standard output whether the file's login is good. */
const [loginFile] = process.argv.slice(2)
try {
  if (!loginFile) throw new Error('say in which file the login is kept')
  await migrate(process.env)
  const good = await seedAdmin({ url: readConfig(['POSTGRES_URL'], process.env).POSTGRES_URL, file: loginFile })
  process.stdout.write(JSON.stringify({ good }))
} catch (error) {
  process.stderr.write((error as Error).message)
  process.exitCode = 1
}
