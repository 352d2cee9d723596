import { migrate } from './migrate.ts'

try {
  await migrate(process.env)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
