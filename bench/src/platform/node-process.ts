import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nodeArguments } from '@lading/services/node-arguments'

/** A process of this benchmark that says one line when it is ready, such as where it listens. */
export const startNode = async (main: URL, args: string[]) => {
  const child = spawn(process.execPath, [...nodeArguments, fileURLToPath(main), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const nextLine = async () => {
    const [said] = (await Promise.race([
      once(child.stdout, 'data'),
      exited.then(() => Promise.reject(new Error(`${main.pathname} ended early`))),
    ])) as [Buffer]
    return said.toString().trim()
  }
  return {
    said: await nextLine(),
    nextLine,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
