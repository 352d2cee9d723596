import { canInstall, installPackages, missing, type Wanted } from '../apt.ts'

const needed: Wanted[] = [
  { program: 'mosquitto', debianPackage: 'mosquitto' },
  { program: 'mosquitto_pub', debianPackage: 'mosquitto-clients' },
  { program: 'redis-server', debianPackage: 'redis-server' },
  { program: 'influxd', debianPackage: 'influxdb' },
  { program: 'chromium', debianPackage: 'chromium' },
]

/** The servers and the browser that tests run against, as far as they can be had. Tests that need one that is missing skip themselves. */
export const ensureTestPrograms = async (say: (line: string) => void) => {
  const packages = missing(needed).map(({ debianPackage }) => debianPackage)
  if (packages.length === 0) return
  if (canInstall()) {
    say(`Tests run against real servers and a real browser; installing with apt-get: ${packages.join(', ')} …`)
    await installPackages(packages).catch(async (error: Error) => {
      say(error.message)
      // One package that this release does not have must not keep the others away.
      for (const name of packages) await installPackages([name]).catch((single: Error) => say(single.message))
    })
  }
  const absent = missing(needed)
  if (absent.length > 0) {
    const programs = absent.map(({ program }) => program).join(', ')
    const command = `apt-get install --no-install-recommends ${absent.map(({ debianPackage }) => debianPackage).join(' ')}`
    say(`Not installed: ${programs}. The tests that need them are skipped. On Debian or Ubuntu: ${command}`)
  }
}
