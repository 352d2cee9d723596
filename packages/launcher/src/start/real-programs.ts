import { canInstall, installPackages, missing, type Wanted } from '../apt.ts'

const needed: (Wanted & { unless: string })[] = [
  { program: 'mosquitto', debianPackage: 'mosquitto', unless: 'MQTT_URL' },
  { program: 'influxd', debianPackage: 'influxdb', unless: 'INFLUX_URL' },
  { program: 'redis-server', debianPackage: 'redis-server', unless: 'QUEUE_URL' },
]

/** Sees to it that the programs of --real are there, for those services that the environment does not name. */
export const ensureRealPrograms = async (env: NodeJS.ProcessEnv, say: (line: string) => void) => {
  const packages = missing(needed.filter(({ unless }) => !env[unless])).map(({ debianPackage }) => debianPackage)
  if (packages.length === 0) return
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`
  if (!canInstall()) throw new Error(`--real needs programs that are not installed. On Debian or Ubuntu, as root: ${command}`)
  say(`--real needs programs that are not installed; running: ${command}`)
  await installPackages(packages)
}
