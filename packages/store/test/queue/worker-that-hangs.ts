import { openWorker } from '@lading/store/queue/worker'

// Takes a job, says so, and never finishes: the test kills this process in the middle of it.
const hang = async () => {
  process.stdout.write('working\n')
  await new Promise(() => {})
}
await openWorker(
  process.argv[2] as string,
  { track: hang, plan: hang, sweep: hang, retain: hang },
  { concurrency: 1, onFailed: () => {}, lockMs: 1_000 },
)
